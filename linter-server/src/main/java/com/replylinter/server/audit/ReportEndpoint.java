package com.replylinter.server.audit;

import com.replylinter.audit.log.Wording;
import com.replylinter.audit.report.FindingsFile;
import com.replylinter.audit.report.ReportFiles;
import com.replylinter.audit.run.AuditRun;
import com.replylinter.server.audit.AuditFault.Kind;
import com.replylinter.server.audit.JobRecord.Result;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** {@code GET /v1/audit/{id}/{report}}: the files of a job that is done. */
final class ReportEndpoint {
  private ReportEndpoint() {}

  /** Every file there is, with its media type. */
  private enum Report {
    PAGE(ReportFiles.HTML, "text/html; charset=utf-8"),
    WORKBOOK("findings.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    TABLE("findings.csv", "text/csv; charset=utf-8"),
    LINES(FindingsFile.NAME, "application/x-ndjson"),
    SARIF("findings.sarif", "application/sarif+json"),
    SUMMARY(ReportFiles.SUMMARY, "application/json"),
    REJECTS(AuditRun.REJECTS, "application/x-ndjson");

    private final String file;
    private final String type;

    Report(String file, String type) {
      this.file = file;
      this.type = type;
    }
  }

  /** The names of all files. */
  static List<String> names() {
    return Arrays.stream(Report.values()).map(report -> report.file).toList();
  }

  /**
   * Answers with a file: the report for people to be shown, under a policy of its own, every other
   * one to be saved.
   *
   * @throws AuditFault if there is none of this name, or none yet
   */
  static void serve(AuditJob job, String name, Context ctx) throws IOException {
    Report report =
        Arrays.stream(Report.values())
            .filter(each -> each.file.equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new AuditFault(
                        Kind.NOT_FOUND,
                        Wording.of(
                            "没有这个报告文件。有的是：%s。",
                            "There is no such report. There are: %s.", Wording.names(names()))));
    Result result = job.record().result();
    if (result == null) {
      throw new AuditFault(
          Kind.NOT_FOUND,
          new Wording("这个检查还没有报告，做完才有。", "The audit has no reports before it is done."));
    }
    Path file = job.folder().out().resolve(report.file);
    try {
      if (report == Report.PAGE) {
        ctx.header("Content-Security-Policy", result.policy());
      } else {
        ctx.header("Content-Disposition", "attachment; filename=\"" + report.file + "\"");
      }
      ctx.contentType(report.type)
          .header("Content-Length", Long.toString(Files.size(file)))
          .result(Files.newInputStream(file));
    } catch (NoSuchFileException e) {
      throw AuditApi.noJob(); // deleted a moment ago
    }
  }
}
