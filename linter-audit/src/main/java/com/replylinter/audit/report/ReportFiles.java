package com.replylinter.audit.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the reports of an audit into one folder. */
public final class ReportFiles {
  /** Name of the summary. */
  public static final String SUMMARY = "summary.json";

  /** Name of the report for people. */
  public static final String HTML = "report.html";

  private ReportFiles() {}

  /**
   * The content security policy under which a report for people may be served: it may run its own
   * scripts, fetch nothing, and reach nothing of the site it comes from.
   *
   * @throws IOException if a part of the report cannot be read
   */
  public static String contentPolicy() throws IOException {
    return HtmlReport.contentPolicy();
  }

  /**
   * Writes every report; {@code findings.jsonl} is there already.
   *
   * @param folder where the reports go
   * @param summary what was counted
   * @throws IOException if a file cannot be written
   */
  public static void write(Path folder, Summary summary) throws IOException {
    FindingsFile findings = new FindingsFile(folder.resolve(FindingsFile.NAME));
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(SUMMARY)))) {
      Json.PRETTY.writeValue(out, summary);
      out.write('\n');
    }
    CsvReport.write(findings, folder.resolve("findings.csv"));
    XlsxReport.write(findings, summary, folder.resolve("findings.xlsx"));
    SarifReport.write(findings, summary, folder.resolve("findings.sarif"));
    HtmlReport.write(findings, summary, folder.resolve(HTML));
  }
}
