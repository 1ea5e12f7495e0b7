package com.replylinter.audit.log;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 千牛's web page of chat records, copied: a day in a line of its own, then for each message the time
 * of day, the words, and the sender last.
 */
final class QianniuWebReader implements LogReader {
  private static final int MAX_NAME = 40;

  private static final Pattern SENTENCE = Pattern.compile("[，。！？；,!?;\\t]|：$|:$");

  /** More lines are no message. */
  private static final int MAX_LINES = 500;

  @Override
  public Likeness likeness(Head head) {
    List<String> lines = head.written();
    long clocks = lines.stream().filter(line -> Times.clock(line) != null).count();
    return Likeness.share(
        4 * clocks,
        lines.size(),
        Wording.of(
            "%d 行里有 %d 行只有“20:57:11”这样的时间",
            "of %d lines %d are nothing but a time like “20:57:11”", lines.size(), clocks));
  }

  @Override
  public boolean isInOrder() {
    return false;
  }

  @Override
  public void read(LogFile file, Ledger ledger) throws IOException {
    Page page = new Page(file, ledger);
    try (Lines lines = file.lines(ledger)) {
      for (Line line = lines.next(); line != null; line = lines.next()) {
        page.add(line);
      }
    }
    page.end();
  }

  /** The messages of one page. */
  private static final class Page {
    private final Ledger ledger;
    private final Talk talk;
    private @Nullable LocalDate day;
    private @Nullable LocalTime clock;

    /** The line of the time and what follows it. */
    private final List<Line> block = new ArrayList<>();

    Page(LogFile file, Ledger ledger) throws LogFileException {
      this.ledger = ledger;
      this.talk = new Talk(file, ledger);
      this.day = file.options().exportedOn();
    }

    void add(Line line) {
      LocalDate date = Times.date(line.text());
      LocalTime time = Times.clock(line.text());
      if (date != null) {
        closeBlock();
        day = date;
        ledger.noise(1);
      } else if (time != null) {
        closeBlock();
        clock = time;
        block.add(line);
      } else if (Furniture.is(line.text()) && !line.isTooLong()) {
        ledger.noise(1);
      } else if (clock != null) {
        block.add(line);
        if (block.size() > MAX_LINES) {
          reject(
              "第 %d 行起有 %d 行不像一条消息，没有读。请检查格式是否选对（--layout）。"
                  .formatted(block.get(0).number(), MAX_LINES));
          clock = null;
        }
      } else if (talk.isUnbegun() && Furniture.isHeading(line.text())) {
        ledger.noise(1);
      } else {
        talk.add(line);
      }
    }

    private void closeBlock() {
      if (block.isEmpty()) {
        return;
      }
      long number = block.get(0).number();
      Line last = block.get(block.size() - 1);
      String damage =
          block.stream().map(Line::damage).filter(d -> !d.isEmpty()).findFirst().orElse("");
      if (!damage.isEmpty()) {
        reject(damage);
      } else if (block.size() == 1 || !isName(last.text().strip())) {
        reject("第 %d 行的消息找不到发送人（应在它的最后一行），没有读。请补上发送人，或删掉这一条。".formatted(number));
      } else {
        String words =
            block.subList(1, block.size() - 1).stream()
                .map(line -> line.text().strip())
                .collect(Collectors.joining("\n"));
        talk.say(number, last.text(), at(), words);
        ledger.continuation(block.size() - 1L);
      }
      block.clear();
    }

    private void reject(String reason) {
      block.forEach(line -> ledger.reject(line.number(), reason, line.text()));
      block.clear();
    }

    private @Nullable OffsetDateTime at() {
      return day == null || clock == null ? null : Times.at(day, clock);
    }

    private static boolean isName(String text) {
      return text.length() <= MAX_NAME && !SENTENCE.matcher(text).find();
    }

    void end() {
      closeBlock();
      talk.end();
    }
  }
}
