package com.replylinter.audit.log;

import com.replylinter.Turn.Role;
import com.replylinter.audit.LogMessage;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * Pages of chats that were saved: 千牛's ({@code chatWrap}) and 拼多多's ({@code message-item}). Their
 * blocks may stand in any order. A line is a block, or the heading of a day.
 */
final class HtmlChatReader implements LogReader {
  private static final String BLOCKS = "[class*=chatWrap], .message-item";
  private static final String DAYS = "[class*=groupTime]";
  private static final String NAMES = "[class*=chatName], .message-name";
  private static final String TIMES = "[class*=chatTime], .message-time";
  private static final String WORDS = "[class*=chatText], .message-text, .message-body";

  @Override
  public boolean isInOrder() {
    return false;
  }

  @Override
  public Likeness likeness(Head head) {
    boolean isKnown = head.start().contains("chatWrap") || head.start().contains("message-item");
    return isKnown
        ? new Likeness(100, new Wording("有聊天页面的消息块", "has the blocks of a chat page"))
        : Likeness.none(
            "没有 chatWrap（千牛）或 message-item（拼多多）这样的消息块",
            "has no blocks of messages such as chatWrap (Qianniu) or message-item (Pinduoduo)");
  }

  @Override
  public void read(LogFile file, Ledger ledger) throws IOException {
    try (StreamParser page = new StreamParser(Parser.htmlParser()).parse(file.text(), "")) {
      Page blocks = new Page(file, ledger);
      for (Element block = page.selectNext(BLOCKS + ", " + DAYS);
          block != null;
          block = page.selectNext(BLOCKS + ", " + DAYS)) {
        ledger.line();
        if (block.is(DAYS)) {
          blocks.day(block);
        } else {
          blocks.message(block);
        }
        block.remove();
      }
      blocks.end();
    }
  }

  /** The blocks of one page. All are of one conversation, named by its first buyer. */
  private static final class Page {
    private static final int MAX_HELD = 10_000;

    private final LogFile file;
    private final Ledger ledger;
    private final Speakers speakers;
    private final Times times;
    private final List<LogMessage> waiting = new ArrayList<>();
    private @Nullable LocalDate day;
    private @Nullable String buyer;

    Page(LogFile file, Ledger ledger) throws LogFileException {
      this.file = file;
      this.ledger = ledger;
      this.speakers = new Speakers(Column.named(file.options()).getOrDefault(Column.AGENT, ""));
      this.times = new Times(file.options().exportedOn());
      this.day = file.options().exportedOn();
    }

    void day(Element heading) {
      LocalDate date = Times.date(heading.text());
      day = date == null ? day : date;
      ledger.noise(1);
    }

    void message(Element block) throws LogFileException {
      long number = ledger.lines();
      String name = text(block, NAMES);
      String time = text(block, TIMES);
      boolean isSystem = block.hasClass("system-message");
      if (name.isEmpty() && !isSystem) {
        ledger.reject(number, "第 %d 个消息块没有发送人，没有读。请重新保存页面。".formatted(number), block.outerHtml());
        return;
      }
      OffsetDateTime at = at(time);
      if (at == null && !time.isEmpty() && Times.clock(time) == null) {
        ledger.reject(
            number,
            "第 %d 个消息块的时间“%s”看不懂，没有读。请改成 2025-09-19 17:24:05 这样的时间。".formatted(number, time),
            block.outerHtml());
        return;
      }
      String words = text(block, WORDS);
      if (words.isEmpty() && block.selectFirst("img") != null) {
        words = "[图片]";
      } else if (words.isEmpty() && isSystem) {
        block.select(TIMES + ", " + NAMES).remove();
        words = HtmlText.of(block);
      }
      add(
          new LogMessage(
              number,
              isSystem ? Role.SYSTEM : role(block, name),
              Speakers.name(name),
              words,
              at,
              Placeholders.is(words)));
    }

    private @Nullable OffsetDateTime at(String time) throws LogFileException {
      LocalTime clock = Times.clock(time);
      if (clock != null) {
        return day == null ? null : Times.at(day, clock);
      }
      return time.isEmpty() ? null : times.parse(time);
    }

    /** On 拼多多's page buyers' names are masked, and agents' have no shop before them. */
    private Role role(Element block, String name) {
      Role role = speakers.of(name);
      return role == Role.BUYER && block.hasClass("message-item") && name.indexOf('*') < 0
          ? Role.AGENT
          : role;
    }

    private static String text(Element block, String query) {
      Element found = block.selectFirst(query);
      return found == null ? "" : HtmlText.of(found);
    }

    private void add(LogMessage message) {
      if (buyer == null && message.role() == Role.BUYER) {
        buyer = message.sender();
        flush(buyer);
      }
      if (buyer == null && waiting.size() < MAX_HELD) {
        waiting.add(message);
      } else {
        ledger.message(buyer == null ? file.stem() : buyer, message);
      }
    }

    private void flush(String id) {
      waiting.forEach(message -> ledger.message(id, message));
      waiting.clear();
    }

    void end() {
      flush(buyer == null ? file.stem() : buyer);
    }
  }
}
