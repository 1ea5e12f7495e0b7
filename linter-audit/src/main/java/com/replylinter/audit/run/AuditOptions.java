package com.replylinter.audit.run;

import com.replylinter.Shop;
import com.replylinter.audit.log.Input;
import com.replylinter.audit.log.ReadOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to audit, and how.
 *
 * @param inputs files and folders of exports
 * @param out folder of the reports
 * @param reading how to read the files
 * @param filter what it is about
 * @param asOf the day whose rules count; null means the day of each message
 * @param shop the shop's settings
 * @param mask whether reports hide personal data
 * @param resume whether to go on where a stopped run ended
 * @param threads how many threads judge
 * @param checkpointEvery time between notes of how far the run has come
 */
public record AuditOptions(
    List<Input> inputs,
    Path out,
    ReadOptions reading,
    Filter filter,
    @Nullable LocalDate asOf,
    Shop shop,
    boolean mask,
    boolean resume,
    int threads,
    Duration checkpointEvery) {
  /** Time between checkpoints unless told otherwise. */
  public static final Duration CHECKPOINT = Duration.ofSeconds(2);

  /** Keeps an immutable copy. */
  public AuditOptions {
    inputs = List.copyOf(inputs);
  }

  /** All of some files, by the rules of each message's day, on all cores. */
  public static AuditOptions of(List<Path> inputs, Path out) {
    return new AuditOptions(
        Input.of(inputs),
        out,
        ReadOptions.DEFAULT,
        Filter.ALL,
        null,
        Shop.DEFAULT,
        true,
        false,
        Runtime.getRuntime().availableProcessors(),
        CHECKPOINT);
  }
}
