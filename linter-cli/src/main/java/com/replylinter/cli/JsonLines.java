package com.replylinter.cli;

import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.explain.Explanation;
import com.replylinter.finding.Report;
import com.replylinter.json.BadRequest;
import com.replylinter.json.ExplanationWriter;
import com.replylinter.json.LineReader;
import com.replylinter.json.LineReader.Line;
import com.replylinter.json.ReportWriter;
import com.replylinter.json.RequestReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Answers JSON lines one by one, in order, each as soon as it is read. A bad line gets an error in
 * its place; blank lines are skipped.
 *
 * @param linter what judges
 * @param explain whether to explain each report
 * @param messages in which language errors are told
 */
record JsonLines(Linter linter, boolean explain, Messages messages) {
  /** Longest line that is read, in bytes: a draft and a long conversation fit many times. */
  static final int MAX_LINE_BYTES = 8 << 20;

  /**
   * Runs to the end of {@code in}.
   *
   * @return the exit code: 2 if a line could not be linted wholly, else 1 if a draft should not be
   *     sent, else 0
   * @throws IOException if reading or writing fails
   */
  int run(InputStream in, OutputStream out) throws IOException {
    LineReader lines = new LineReader(in, MAX_LINE_BYTES);
    OutputStream output = new BufferedOutputStream(out, 1 << 16);
    int exitCode = Exit.CLEAN;
    Line line;
    while ((line = lines.next()) != null) {
      if (!line.isBlank()) {
        exitCode = Math.max(exitCode, answer(line, output));
        output.write('\n');
        output.flush();
      }
    }
    return exitCode;
  }

  private int answer(Line line, OutputStream output) throws IOException {
    LintRequest request;
    try {
      if (line.tooLong()) {
        throw RequestReader.tooLarge(MAX_LINE_BYTES);
      }
      request = RequestReader.read(line.bytes(), linter.phrasebook());
    } catch (BadRequest bad) {
      output.write(ReportWriter.errorBytes(bad.id(), bad.message(messages.locale())));
      return Exit.USAGE;
    }
    Report report;
    byte[] answer;
    try {
      if (explain) {
        Explanation explanation = linter.explain(request);
        report = explanation.report();
        answer = ExplanationWriter.toBytes(explanation);
      } else {
        report = linter.lint(request);
        answer = ReportWriter.toBytes(report);
      }
    } catch (RuntimeException e) { // a defect, which must not cost the lines that follow
      output.write(
          ReportWriter.errorBytes(request.id(), messages.get("error.unexpected", e.toString())));
      return Exit.USAGE;
    }
    output.write(answer);
    if (!report.complete()) {
      return Exit.USAGE;
    }
    return report.verdict().isViolation() ? Exit.FINDINGS : Exit.CLEAN;
  }
}
