package com.replylinter.server.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.replylinter.audit.log.Wording;
import com.replylinter.audit.report.Count;
import com.replylinter.audit.report.Summary;
import com.replylinter.server.audit.JobRecord.Result;
import com.replylinter.server.audit.JobRecord.State;
import com.replylinter.server.audit.JobRecord.Upload;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job as its JSON tells it.
 *
 * @param options as they were sent
 * @param ahead how many jobs come first; only while it waits
 * @param progress only while it runs
 * @param error what to do; only if it failed
 * @param summary only if it is done
 * @param accounts what became of every line; only if it is done, and asked for alone
 * @param reports names of the files that can be fetched; only if it is done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobView(
    String id,
    State state,
    String created,
    @Nullable String finished,
    List<Upload> files,
    Map<String, List<String>> options,
    @Nullable Long ahead,
    Pace.@Nullable Told progress,
    @Nullable String error,
    @Nullable Totals summary,
    @Nullable List<Summary.Account> accounts,
    @Nullable List<String> reports) {

  /** What was found, in numbers. */
  record Totals(
      long conversations,
      long messages,
      long judged,
      long flagged,
      long findings,
      long block,
      long warn,
      long remind,
      long points,
      long rejected) {}

  /** In the middle of a list: without accounts. */
  static JobView brief(AuditJob job, AuditJobs jobs, Locale locale) {
    return of(job, jobs, locale, false);
  }

  /** With all there is. */
  static JobView whole(AuditJob job, AuditJobs jobs, Locale locale) {
    return of(job, jobs, locale, true);
  }

  private static JobView of(AuditJob job, AuditJobs jobs, Locale locale, boolean whole) {
    JobRecord record = job.record();
    State state = record.state();
    Wording failure = record.failure();
    Result result = record.result();
    return new JobView(
        record.id(),
        state,
        record.created(),
        record.finished(),
        record.files(),
        record.fields(),
        state == State.QUEUED ? jobs.ahead(job) : null,
        state == State.RUNNING
            ? job.pace().told(record.files().stream().mapToLong(Upload::bytes).sum())
            : null,
        failure == null ? null : failure.in(locale),
        result == null ? null : totals(result),
        result == null || !whole ? null : result.accounts(),
        result == null ? null : ReportEndpoint.names());
  }

  private static Totals totals(Result result) {
    Count total = result.total();
    return new Totals(
        result.conversations(),
        result.messages(),
        total.judged(),
        total.flagged(),
        total.findings(),
        total.block(),
        total.warn(),
        total.remind(),
        total.points(),
        result.accounts().stream().mapToLong(Summary.Account::rejected).sum());
  }
}
