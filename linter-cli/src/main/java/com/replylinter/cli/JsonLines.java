package com.replylinter.cli;

import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.finding.Report;
import com.replylinter.json.BadRequest;
import com.replylinter.json.ReportWriter;
import com.replylinter.json.RequestReader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Answers JSON lines one by one, in order, each as soon as it is read. A bad line gets an error in
 * its place; blank lines are skipped.
 *
 * @param linter what judges
 * @param locale language of the errors
 */
record JsonLines(Linter linter, Locale locale) {
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
    InputStream input = new BufferedInputStream(in, 1 << 16);
    OutputStream output = new BufferedOutputStream(out, 1 << 16);
    int exitCode = Exit.CLEAN;
    byte[] line;
    while ((line = readLine(input)) != null) {
      if (!isBlank(line)) {
        exitCode = Math.max(exitCode, answer(line, output));
        output.write('\n');
        output.flush();
      }
    }
    return exitCode;
  }

  private int answer(byte[] line, OutputStream output) throws IOException {
    LintRequest request;
    try {
      if (line.length > MAX_LINE_BYTES) {
        throw RequestReader.tooLarge(MAX_LINE_BYTES);
      }
      request = RequestReader.read(line);
    } catch (BadRequest bad) {
      output.write(ReportWriter.errorBytes(bad.id(), bad.message(locale)));
      return Exit.USAGE;
    }
    Report report = linter.lint(request);
    output.write(ReportWriter.toBytes(report));
    if (!report.complete()) {
      return Exit.USAGE;
    }
    return report.verdict().isViolation() ? Exit.FINDINGS : Exit.CLEAN;
  }

  /**
   * The next line without its line end; one byte too long if it is over the limit; null at the end.
   */
  private static byte @Nullable [] readLine(InputStream input) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    int next = input.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (line.size() <= MAX_LINE_BYTES) {
        line.write(next);
      }
      next = input.read();
    }
    return line.toByteArray();
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
