package com.replylinter.server.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.replylinter.audit.log.Wording;
import com.replylinter.audit.report.Count;
import com.replylinter.audit.report.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a job: {@code job.json} in its folder.
 *
 * @param id 128 random bits, in hexadecimal
 * @param created when it was uploaded, as {@link Instant#toString}
 * @param state how far it is
 * @param files what was uploaded; the first one's bytes are in {@code upload/0}
 * @param fields the options as they were sent
 * @param finished when it was done or failed; null before
 * @param failure why it failed; null if it did not
 * @param result what was found; null until it is done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobRecord(
    String id,
    String created,
    State state,
    List<Upload> files,
    Map<String, List<String>> fields,
    @Nullable String finished,
    @Nullable Wording failure,
    @Nullable Result result) {

  /** How far a job is. */
  enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** As JSON has it. */
    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An uploaded file, as its sender calls it. */
  record Upload(String name, long bytes) {}

  /**
   * What an audit found, in numbers.
   *
   * @param policy the content security policy under which the report may be shown
   */
  record Result(
      long conversations,
      long messages,
      Count total,
      List<Summary.Account> accounts,
      String policy) {}

  /** A job that has just arrived. */
  static JobRecord of(
      String id, Instant now, List<Upload> files, Map<String, List<String>> fields) {
    return new JobRecord(id, now.toString(), State.QUEUED, files, fields, null, null, null);
  }

  /** The same in another state. */
  JobRecord in(State next) {
    return new JobRecord(id, created, next, files, fields, null, null, null);
  }

  /** The same, done. */
  JobRecord done(Instant now, Result found) {
    return new JobRecord(id, created, State.DONE, files, fields, now.toString(), null, found);
  }

  /** The same, failed. */
  JobRecord failed(Instant now, Wording why) {
    return new JobRecord(id, created, State.FAILED, files, fields, now.toString(), why, null);
  }
}
