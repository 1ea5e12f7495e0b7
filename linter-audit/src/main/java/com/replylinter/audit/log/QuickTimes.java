package com.replylinter.audit.log;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads times of the usual form without a formatter, which would take as long as all the rest. */
final class QuickTimes {
  private static final int LENGTH = "2026-11-22T10:21:33".length();
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private QuickTimes() {}

  /**
   * The time that a text such as {@code 2026-11-22T10:21:33+08:00} names; null if it has another
   * form.
   *
   * @throws java.time.DateTimeException if there is no such day or hour
   */
  static @Nullable OffsetDateTime read(String text) {
    ZoneOffset offset = offset(text);
    if (offset == null
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return null;
    }
    int year = 100 * number(text, 0) + number(text, 2);
    int month = number(text, 5);
    int day = number(text, 8);
    int hour = number(text, 11);
    int minute = number(text, 14);
    int second = number(text, 17);
    return Math.min(Math.min(year, month), Math.min(day, Math.min(hour, Math.min(minute, second))))
            < 0
        ? null
        : OffsetDateTime.of(year, month, day, hour, minute, second, 0, offset);
  }

  private static @Nullable ZoneOffset offset(String text) {
    if (text.length() == LENGTH + 1 && text.endsWith("Z")) {
      return ZoneOffset.UTC;
    }
    return text.length() == LENGTH + 6 && text.endsWith("+08:00") ? CHINA : null;
  }

  /** Two digits as a number; far below 0 if they are none. */
  private static int number(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1_000_000 : 10 * tens + ones;
  }
}
