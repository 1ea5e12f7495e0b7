package com.replylinter.server.audit;

import com.replylinter.Linter;
import com.replylinter.audit.log.LogFileException;
import com.replylinter.audit.log.Wording;
import com.replylinter.audit.report.ReportFiles;
import com.replylinter.audit.report.Summary;
import com.replylinter.audit.run.AuditRun;
import com.replylinter.audit.run.OtherJobException;
import com.replylinter.server.audit.JobRecord.Result;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Runs a job to its end, on the calling thread.
 *
 * @param linter the newest one
 * @param incidents takes down failures of ours
 * @param settings on how many threads it judges
 */
record JobRunner(Supplier<Linter> linter, Incidents incidents, AuditSettings settings) {

  /** Takes down a failure, without its message, which might quote a text. */
  @FunctionalInterface
  public interface Incidents {
    /** The number under which it is found in the log. */
    String log(String where, Throwable failure);
  }

  /**
   * Runs a job unless it was cancelled. If the thread is interrupted, the job stays as it is, and
   * can go on from there.
   */
  void run(AuditJob job) {
    try {
      if (!job.begin()) {
        return;
      }
      try {
        job.done(result(job));
      } catch (LogFileException e) {
        job.failed(e.wording());
      } catch (Exception | Error e) {
        if (!job.isInterrupted()) {
          job.failed(recorded(incidents.log("an audit", e)));
        }
      } finally {
        job.leave();
      }
      job.tidy();
    } catch (IOException e) {
      incidents.log("the files of an audit", e);
    }
  }

  private Result result(AuditJob job) throws IOException, InterruptedException {
    Summary summary;
    try {
      summary = audit(job, true);
    } catch (OtherJobException e) {
      summary = audit(job, false); // it was begun with another phrasebook
    }
    return new Result(
        summary.conversations(),
        summary.messages(),
        summary.total(),
        summary.accounts(),
        ReportFiles.contentPolicy());
  }

  private Summary audit(AuditJob job, boolean resume) throws IOException, InterruptedException {
    JobRecord record = job.record();
    JobFolder folder = job.folder();
    return new AuditRun(
            linter.get(),
            new AuditFields(record.fields())
                .options(folder.inputs(record), folder.out(), settings, resume),
            job.pace())
        .run();
  }

  private static Wording recorded(String incident) {
    return Wording.of(
        "服务出错，没有查完。错误已记录，编号 %s。请告诉管理员。",
        "The service failed, the audit did not finish. The failure was logged under %s. Tell the"
            + " operator.",
        incident);
  }
}
