package com.replylinter.server.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.replylinter.audit.run.Progress;
import org.jspecify.annotations.Nullable;

/** How far a running job has come, and how fast. Told by one thread, asked by any. */
final class Pace implements Progress {
  private static final double NANOS = 1e9;

  private volatile @Nullable Point first;
  private volatile @Nullable Point last;

  /** Where a job was at a time. */
  private record Point(long nanos, long done, long total, long messages) {}

  /**
   * What is told of it.
   *
   * @param done bytes of the files, estimated
   * @param total bytes of all files
   * @param messages messages audited so far
   * @param perSecond messages a second since the job was last begun; null until that is known
   * @param secondsLeft estimated from the bytes; null until that can be
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Told(
      long done, long total, long messages, @Nullable Long perSecond, @Nullable Long secondsLeft) {}

  @Override
  public void at(long done, long total, long messages) {
    Point now = new Point(System.nanoTime(), done, total, messages);
    if (first == null) {
      first = now; // a resumed job begins in the middle
    }
    last = now;
  }

  /**
   * What to tell.
   *
   * @param total bytes of all files, for as long as the job has told nothing
   */
  Told told(long total) {
    Point from = first;
    Point to = last;
    if (from == null || to == null) {
      return new Told(0, total, 0, null, null);
    }
    double seconds = (to.nanos - from.nanos) / NANOS;
    return new Told(
        to.done,
        to.total,
        to.messages,
        seconds > 0 ? Math.round((to.messages - from.messages) / seconds) : null,
        to.done > from.done
            ? Math.round(seconds * (to.total - to.done) / (to.done - from.done))
            : null);
  }
}
