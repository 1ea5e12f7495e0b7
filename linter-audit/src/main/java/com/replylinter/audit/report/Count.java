package com.replylinter.audit.report;

import java.util.Comparator;

/**
 * How much was looked at and how much was found.
 *
 * @param judged messages of agents that were judged
 * @param flagged those of them that have findings
 * @param block findings of that severity
 * @param warn findings of that severity
 * @param remind findings of that severity
 * @param points penalty points that the findings may cost together
 */
public record Count(long judged, long flagged, long block, long warn, long remind, long points) {
  /** Nothing. */
  public static final Count ZERO = new Count(0, 0, 0, 0, 0, 0);

  /** One message without findings. */
  public static final Count CLEAN = new Count(1, 0, 0, 0, 0, 0);

  /** Gravest first: by points, then by severities. */
  public static final Comparator<Count> GRAVEST =
      Comparator.comparingLong(Count::points)
          .thenComparingLong(Count::block)
          .thenComparingLong(Count::warn)
          .thenComparingLong(Count::remind)
          .reversed();

  /** Both together. */
  public Count plus(Count other) {
    return new Count(
        judged + other.judged,
        flagged + other.flagged,
        block + other.block,
        warn + other.warn,
        remind + other.remind,
        points + other.points);
  }

  /** One finding, without its message. */
  public static Count of(FindingRow row) {
    String severity = row.severity();
    return new Count(
        0,
        0,
        severity.equals("block") ? 1 : 0,
        severity.equals("warn") ? 1 : 0,
        severity.equals("remind") ? 1 : 0,
        row.points());
  }

  /** Findings of every severity. */
  public long findings() {
    return block + warn + remind;
  }

  /** Findings per 1 000 judged messages; 0 if none was judged. */
  public double perThousand() {
    return judged == 0 ? 0 : Math.round(10_000.0 * findings() / judged) / 10.0;
  }
}
