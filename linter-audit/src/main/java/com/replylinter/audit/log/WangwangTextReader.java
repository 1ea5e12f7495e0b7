package com.replylinter.audit.log;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 旺旺 desktop's message manager: {@code nick (2013-06-12 14:53:02):}, the words below. */
final class WangwangTextReader implements LogReader {
  private static final int MAX_NAME = 40;

  /** Who and when. */
  private record Header(String sender, String time, String words) {}

  @Override
  public Likeness likeness(Head head) {
    List<String> lines = head.written();
    long headers = lines.stream().filter(line -> header(line) != null).count();
    return Likeness.share(
        4 * headers,
        lines.size(),
        Wording.of(
            "%d 行里有 %d 行像“昵称 (2013-06-12 14:53:02):”",
            "of %d lines %d are like “name (2013-06-12 14:53:02):”", lines.size(), headers));
  }

  @Override
  public void read(LogFile file, Ledger ledger) throws IOException {
    Times times = new Times(file.options().exportedOn());
    Talk talk = new Talk(file, ledger);
    try (Lines lines = file.lines(ledger)) {
      for (Line line = lines.next(); line != null; line = lines.next()) {
        String damage = line.damage();
        Header header = header(line.text());
        if (!damage.isEmpty()) {
          talk.lose(line, damage);
        } else if (header != null) {
          OffsetDateTime at = times.parse(header.time());
          if (at == null) {
            talk.lose(
                line, "第 %d 行的时间“%s”不存在，没有读。请改成真实的时间。".formatted(line.number(), header.time()));
          } else {
            talk.begin(line.number(), header.sender(), null, at, header.words());
          }
        } else if (Furniture.is(line.text())
            || (talk.isUnbegun() && Furniture.isHeading(line.text()))) {
          ledger.noise(1);
        } else {
          talk.add(line);
        }
      }
    }
    talk.end();
  }

  private static @Nullable Header header(String line) {
    String text = line.strip().replace('（', '(').replace('）', ')');
    int open = text.indexOf('(');
    while (open > 0 && open <= MAX_NAME) {
      int close = text.indexOf(')', open);
      int colon = close + 1;
      if (close < 0) {
        return null;
      }
      String time = text.substring(open + 1, close);
      if (Times.startAtEnd(time) == 0
          && colon < text.length()
          && (text.charAt(colon) == ':' || text.charAt(colon) == '：')) {
        String words = line.strip().substring(colon + 1).strip();
        return new Header(text.substring(0, open).strip(), time, words);
      }
      open = text.indexOf('(', open + 1);
    }
    return null;
  }
}
