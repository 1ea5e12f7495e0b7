package com.replylinter.audit.report;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the platforms count them: China's, which has had one offset since 1991. */
public final class Clock {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  private Clock() {}

  /** The day and hour in China. */
  public static LocalDateTime local(OffsetDateTime at) {
    return at.getOffset().equals(CHINA)
        ? at.toLocalDateTime()
        : at.withOffsetSameInstant(CHINA).toLocalDateTime();
  }

  /** As reports write it, such as {@code 2026-11-22T10:21:33+08:00}. */
  public static String text(OffsetDateTime at) {
    return TEXT.format(at.withOffsetSameInstant(CHINA));
  }
}
