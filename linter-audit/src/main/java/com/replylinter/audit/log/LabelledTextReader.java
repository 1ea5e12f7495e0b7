package com.replylinter.audit.log;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text typed or copied by hand, with the side before each message: {@code 客服：在的}; maybe with its
 * time before the side, behind it, or behind the words in brackets. Lines without a side go on with
 * the message; a date in a line of its own is that of the times of day below.
 */
final class LabelledTextReader implements LogReader {
  private static final String SIDES = "人工客服|智能客服|客服|店家|卖家|商家|买家|顾客|客户|用户|机器人|系统";
  private static final String TIME =
      "(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?\\s{0,3})?\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?";

  private static final int LONGEST_CLOCK = "10:21:33".length();

  private static final Pattern HEADER =
      Pattern.compile(
          "(?:[\\[【(（]?(?<before>%1$s)[\\]】)）]?\\s{0,4})?(?<side>%2$s)(?:\\s{0,4}[\\[【(（]?(?<behind>%1$s)[\\]】)）]?)?\\s{0,4}[:：](?<words>.*)"
              .formatted(TIME, SIDES));
  private static final Pattern AT_END =
      Pattern.compile("[\\[【(（](?<last>%s)[\\]】)）]$".formatted(TIME));

  /**
   * Who and when.
   *
   * @param time as the line says it; null if it does not
   */
  private record Header(String side, @Nullable String time, String words) {}

  @Override
  public Likeness likeness(Head head) {
    List<String> lines = head.written();
    long headers = lines.stream().filter(line -> header(line) != null).count();
    return Likeness.share(
        2 * headers,
        lines.size(),
        Wording.of(
            "%d 行里有 %d 行像“客服：在的”",
            "of %d lines %d say first who speaks, agent or buyer", lines.size(), headers));
  }

  @Override
  public void read(LogFile file, Ledger ledger) throws IOException {
    Talk talk = new Talk(file, ledger, file.stem());
    Times times = new Times(file.options().exportedOn());
    LocalDate day = file.options().exportedOn();
    try (Lines lines = file.lines(ledger)) {
      for (Line line = lines.next(); line != null; line = lines.next()) {
        String damage = line.damage();
        Header header = header(line.text());
        LocalDate date = Times.date(line.text());
        if (!damage.isEmpty()) {
          talk.lose(line, damage);
        } else if (header != null) {
          begin(talk, line, header, times, day);
        } else if (Furniture.is(line.text())
            || (talk.isUnbegun() && Furniture.isHeading(line.text()))) {
          day = date == null ? day : date;
          ledger.noise(1);
        } else {
          talk.add(line);
        }
      }
    }
    talk.end();
  }

  private static void begin(
      Talk talk, Line line, Header header, Times times, @Nullable LocalDate day)
      throws LogFileException {
    String time = header.time();
    OffsetDateTime at = time == null ? null : at(time, times, day);
    if (time != null && at == null && !isOfUnknownDay(time, day)) {
      talk.lose(line, "第 %d 行的时间“%s”不存在，没有读。请改成真实的时间。".formatted(line.number(), time));
    } else {
      talk.begin(line.number(), header.side(), null, at, header.words());
    }
  }

  /** The time; null if there is none such, or its day is unknown. */
  private static @Nullable OffsetDateTime at(String time, Times times, @Nullable LocalDate day)
      throws LogFileException {
    if (time.length() > LONGEST_CLOCK) {
      return times.parse(time);
    }
    LocalTime clock = Times.clock(time);
    return clock == null || day == null ? null : Times.at(day, clock);
  }

  private static boolean isOfUnknownDay(String time, @Nullable LocalDate day) {
    return day == null && Times.clock(time) != null;
  }

  private static @Nullable Header header(String line) {
    Matcher header = HEADER.matcher(line.strip());
    if (!header.matches()) {
      return null;
    }
    String words = header.group("words").strip();
    String time = header.group("before") == null ? header.group("behind") : header.group("before");
    if (time == null) {
      Matcher end = AT_END.matcher(words);
      if (end.find()) {
        time = end.group("last");
        words = words.substring(0, end.start()).strip();
      }
    }
    return new Header(header.group("side"), time, words);
  }
}
