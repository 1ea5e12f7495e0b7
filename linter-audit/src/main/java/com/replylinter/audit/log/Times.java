package com.replylinter.audit.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as exports write them: China's where they do not say otherwise, and given as China's. */
final class Times {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final int SECONDS = "2026-11-22 10:21:33".length();
  private static final String CLOCK =
      "(上午|下午|晚上|凌晨)?\\s?(\\d{1,2})[:：](\\d{2})(?:[:：](\\d{2})(?:[.,]\\d{1,9})?)?";
  private static final String DATE = "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?";
  private static final String WEEKDAY = "(?:\\s{0,2}(?:星期|周)[一二三四五六日天])?";

  private static final Pattern DATE_ONLY = Pattern.compile(DATE + WEEKDAY);
  private static final Pattern CLOCK_ONLY = Pattern.compile(CLOCK);
  private static final Pattern DATE_TIME =
      Pattern.compile(DATE + WEEKDAY + "[T\\s]{0,3}" + CLOCK + "\\s?(Z|[+-]\\d{2}:?\\d{2})?");
  private static final Pattern RELATIVE =
      Pattern.compile("(今天|昨天|前天|(\\d{1,2})[-/月](\\d{1,2})日?)\\s{0,3}(" + CLOCK + ")?");
  private static final Pattern EPOCH = Pattern.compile("\\d{10}(?:\\d{3})?");
  private static final Pattern AT_END =
      Pattern.compile(
          "\\d{4}[-/]\\d{1,2}[-/]\\d{1,2} {1,2}\\d{1,2}:\\d{2}:\\d{2}(?=[)）]?[:：]?\\s{0,4}$)");

  private final @Nullable LocalDate exportedOn;

  Times(@Nullable LocalDate exportedOn) {
    this.exportedOn = exportedOn;
  }

  /**
   * The time a text says; null if it is none. A time of day alone is of the day of the export.
   *
   * @throws LogFileException if it counts from the day of the export, which is unknown
   */
  @Nullable OffsetDateTime parse(String text) throws LogFileException {
    String stripped = text.strip();
    try {
      return absolute(stripped);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private @Nullable OffsetDateTime absolute(String text) throws LogFileException {
    OffsetDateTime usual = text.length() == SECONDS ? usual(text, ' ', CHINA) : read(text);
    if (usual != null) {
      return usual.withOffsetSameInstant(CHINA);
    }
    Matcher full = DATE_TIME.matcher(text);
    if (full.matches()) {
      LocalDateTime local = date(full, 1).atTime(clock(full, 4));
      String zone = full.group(8);
      return local
          .atOffset(zone == null ? CHINA : ZoneOffset.of(zone))
          .withOffsetSameInstant(CHINA);
    }
    if (EPOCH.matcher(text).matches()) {
      long number = Long.parseLong(text);
      return Instant.ofEpochMilli(text.length() == 10 ? number * 1000 : number).atOffset(CHINA);
    }
    LocalDate date = date(text);
    if (date != null) {
      return date.atStartOfDay().atOffset(CHINA);
    }
    Matcher relative = RELATIVE.matcher(text);
    if (relative.matches()) {
      LocalTime clock = relative.group(4) == null ? LocalTime.MIDNIGHT : clock(relative, 5);
      return day(text, relative).atTime(clock).atOffset(CHINA);
    }
    LocalTime clock = clock(text);
    return clock == null ? null : at(day(text, null), clock);
  }

  /**
   * The time that a text such as {@code 2026-11-22T10:21:33+08:00} names; null if it has another
   * form. Takes far less time than a formatter.
   *
   * @throws DateTimeException if there is no such day or hour
   */
  static @Nullable OffsetDateTime read(String text) {
    if (text.length() == SECONDS + 1 && text.endsWith("Z")) {
      return usual(text, 'T', ZoneOffset.UTC);
    }
    return text.length() == SECONDS + 6 && text.endsWith("+08:00") ? usual(text, 'T', CHINA) : null;
  }

  private static @Nullable OffsetDateTime usual(String text, char middle, ZoneOffset offset) {
    if (text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != middle
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return null;
    }
    int century = twoDigits(text, 0);
    int year = twoDigits(text, 2);
    int month = twoDigits(text, 5);
    int day = twoDigits(text, 8);
    int hour = twoDigits(text, 11);
    int minute = twoDigits(text, 14);
    int second = twoDigits(text, 17);
    return (century | year | month | day | hour | minute | second) < 0
        ? null
        : OffsetDateTime.of(100 * century + year, month, day, hour, minute, second, 0, offset);
  }

  /** Two digits as a number; negative if they are none. */
  private static int twoDigits(String text, int at) {
    char tens = text.charAt(at);
    char ones = text.charAt(at + 1);
    return isDigit(tens) && isDigit(ones) ? 10 * (tens - '0') + ones - '0' : -1;
  }

  /** The day a relative time counts from the day of the export; that day itself for none. */
  private LocalDate day(String text, @Nullable Matcher relative) throws LogFileException {
    if (exportedOn == null) {
      throw new LogFileException(
          Wording.of(
              "时间“%s”没有写明是哪一天，要从导出那天算起。请加上 --exported-on 年-月-日，写明导出的日期。",
              "The time “%s” does not tell its day, which counts from that of the export. Add"
                  + " --exported-on YEAR-MONTH-DAY, the day of the export.",
              text));
    }
    if (relative == null) {
      return exportedOn;
    }
    return switch (relative.group(1)) {
      case "今天" -> exportedOn;
      case "昨天" -> exportedOn.minusDays(1);
      case "前天" -> exportedOn.minusDays(2);
      default -> {
        LocalDate day =
            LocalDate.of(
                exportedOn.getYear(),
                Integer.parseInt(relative.group(2)),
                Integer.parseInt(relative.group(3)));
        yield day.isAfter(exportedOn) ? day.minusYears(1) : day;
      }
    };
  }

  /** A day, with or without its weekday; null if the text is none. */
  static @Nullable LocalDate date(String text) {
    String stripped = text.strip();
    if (stripped.length() < 8 || stripped.length() > 20 || !isDigit(stripped.charAt(0))) {
      return null;
    }
    Matcher date = DATE_ONLY.matcher(stripped);
    try {
      return date.matches() ? date(date, 1) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A time of day; null if the text is none. */
  static @Nullable LocalTime clock(String text) {
    String stripped = text.strip();
    if (stripped.length() < 4
        || stripped.length() > 22
        || !isDigit(stripped.charAt(stripped.length() - 1))) {
      return null;
    }
    Matcher clock = CLOCK_ONLY.matcher(stripped);
    try {
      return clock.matches() ? clock(clock, 1) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** That time in China. */
  static OffsetDateTime at(LocalDate date, LocalTime clock) {
    return date.atTime(clock).atOffset(CHINA);
  }

  /**
   * Where the date and time begin that a line ends with, a closing bracket and colon aside; -1 if
   * it does not end so.
   */
  static int startAtEnd(String line) {
    if (line.length() < 14 || line.lastIndexOf(':') < 0) {
      return -1;
    }
    Matcher time = AT_END.matcher(line);
    return time.find(Math.max(0, line.length() - 30)) ? time.start() : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static LocalDate date(Matcher matcher, int group) {
    return LocalDate.of(
        Integer.parseInt(matcher.group(group)),
        Integer.parseInt(matcher.group(group + 1)),
        Integer.parseInt(matcher.group(group + 2)));
  }

  private static LocalTime clock(Matcher matcher, int group) {
    String half = matcher.group(group);
    int hour = Integer.parseInt(matcher.group(group + 1));
    boolean isAfternoon = half != null && (half.equals("下午") || half.equals("晚上"));
    String second = matcher.group(group + 3);
    return LocalTime.of(
        isAfternoon && hour < 12 ? hour + 12 : hour,
        Integer.parseInt(matcher.group(group + 2)),
        second == null ? 0 : Integer.parseInt(second));
  }
}
