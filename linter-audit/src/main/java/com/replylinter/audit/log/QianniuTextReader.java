package com.replylinter.audit.log;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 千牛 desktop, copied or saved as text: the sender and the time in one line, with a space between or
 * without, or in two lines; {@code A --> B}; {@code [sender] time}; the words below.
 */
final class QianniuTextReader implements LogReader {
  private static final String ARROW = "-->";
  private static final int MAX_NAME = 40;

  /** Looks like a sentence that ends with a time rather than like a name. */
  private static final Pattern SENTENCE = Pattern.compile(".*(?:[，。！？；,!?;|\\t\"]|[是为在于到：:]$).*");

  private static final Pattern TIME_ALONE =
      Pattern.compile("20\\d{2}-\\d{1,2}-\\d{1,2} {1,2}\\d{1,2}:\\d{2}:\\d{2}(?:\\s(?:已读|未读))?");

  /** Who and when. */
  private record Header(String sender, @Nullable String receiver, String time) {}

  @Override
  public Likeness likeness(Head head) {
    List<String> lines = head.written();
    long headers = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (header(lines.get(i)) != null
          || (i > 0 && isTime(lines.get(i)) && isName(lines.get(i - 1)))) {
        headers++;
      }
    }
    // A message takes two lines or more, half of which may be states and cards.
    return Likeness.share(
        4 * headers,
        lines.size(),
        Wording.of(
            "%d 行里有 %d 行像“发送人 2025-09-19 17:24:05”",
            "of %d lines %d are like “sender 2025-09-19 17:24:05”", lines.size(), headers));
  }

  @Override
  public void read(LogFile file, Ledger ledger) throws IOException {
    Times times = new Times(file.options().exportedOn());
    Talk talk = new Talk(file, ledger);
    try (Lines lines = file.lines(ledger)) {
      for (Line line = lines.next(); line != null; line = lines.next()) {
        String text = line.text().strip();
        String damage = line.damage();
        Header header = header(text);
        if (!damage.isEmpty()) {
          talk.lose(line, damage);
        } else if (isRecall(text)) {
          talk.say(line.number(), recaller(text), null, Placeholders.RECALLED);
        } else if (header != null) {
          begin(talk, line, header, times);
        } else if (isName(text)
            && isTime(lines.peek(0).strip())
            && isTwoLined(unbracketed(text), lines, talk)) {
          begin(talk, line, new Header(unbracketed(text), null, time(lines.peek(0))), times);
          lines.next();
          ledger.continuation(1);
        } else if (Furniture.is(text)
            || isTime(text)
            || (talk.isUnbegun() && Furniture.isHeading(text))) {
          ledger.noise(1);
        } else {
          talk.add(line);
        }
      }
    }
    talk.end();
  }

  private static void begin(Talk talk, Line line, Header header, Times times)
      throws LogFileException {
    OffsetDateTime at = times.parse(header.time());
    if (at == null) {
      talk.lose(line, "第 %d 行的时间“%s”不存在，没有读。请改成真实的时间。".formatted(line.number(), header.time()));
    } else {
      talk.begin(line.number(), header.sender(), header.receiver(), at, "");
    }
  }

  /**
   * Whether a name and the time in the line after it are a header: not if the next header follows
   * at once, for then the time stands between two messages, and the name is the end of the first.
   */
  private static boolean isTwoLined(String name, Lines lines, Talk talk) throws IOException {
    String after = lines.peek(1).strip();
    boolean isHeaderNext =
        header(after) != null
            || isRecall(after)
            || isTime(after)
            || (isName(after) && isTime(lines.peek(2).strip()));
    return !isHeaderNext || talk.knows(name);
  }

  private static boolean isRecall(String text) {
    return text.endsWith(Placeholders.RECALLED) && text.length() < MAX_NAME + 10;
  }

  private static @Nullable Header header(String line) {
    int start = Times.startAtEnd(line);
    if (start <= 0) {
      return null;
    }
    String time = line.substring(start).strip();
    String names = line.substring(0, start).strip();
    int arrow = names.indexOf(ARROW);
    if (arrow > 0) {
      String sender = names.substring(0, arrow).strip();
      String receiver = names.substring(arrow + ARROW.length()).strip();
      return isName(sender) && isName(receiver) ? new Header(sender, receiver, time) : null;
    }
    return isName(names) && Character.isDigit(time.charAt(time.length() - 1))
        ? new Header(unbracketed(names), null, time)
        : null;
  }

  private static String unbracketed(String name) {
    return name.length() > 2 && name.startsWith("[") && name.endsWith("]")
        ? name.substring(1, name.length() - 1).strip()
        : name;
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_NAME
        && !Furniture.is(text)
        && !isTime(text)
        && !SENTENCE.matcher(text).matches();
  }

  private static boolean isTime(String text) {
    return TIME_ALONE.matcher(text).matches();
  }

  private static String time(String line) {
    String text = line.strip();
    return Character.isDigit(text.charAt(text.length() - 1))
        ? text
        : text.substring(0, text.length() - 2).strip();
  }

  /** Who took a message back; the one who exported the talk is called 你. */
  private static String recaller(String notice) {
    String name = notice.substring(0, notice.length() - Placeholders.RECALLED.length()).strip();
    return switch (name) {
      case "你", "您" -> "客服";
      case "对方" -> "买家";
      default -> unbracketed(name);
    };
  }
}
