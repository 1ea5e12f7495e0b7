package com.replylinter.server.audit;

import com.replylinter.audit.run.AuditOptions;
import java.time.Duration;

/**
 * What the service's operator allows audits.
 *
 * @param maxUploadBytes most bytes of one upload
 * @param keep how long a finished audit is kept
 * @param threads how many threads judge; one job runs at a time
 * @param checkpointEvery time between notes of how far a job has come
 */
public record AuditSettings(
    long maxUploadBytes, Duration keep, int threads, Duration checkpointEvery) {
  /** Bytes of a megabyte. */
  public static final long MEGABYTE = 1L << 20;

  /** 200 MB, 7 days, and one core left to linting. */
  public static final AuditSettings DEFAULT = of(200, 7);

  /** With so many megabytes and days; one core is left to linting. */
  public static AuditSettings of(int megabytes, int days) {
    return new AuditSettings(
        megabytes * MEGABYTE,
        Duration.ofDays(days),
        Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
        AuditOptions.CHECKPOINT);
  }
}
