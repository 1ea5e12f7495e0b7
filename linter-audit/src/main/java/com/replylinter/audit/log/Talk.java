package com.replylinter.audit.log;

import com.replylinter.Turn.Role;
import com.replylinter.audit.LogMessage;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The talk of a text that names the sender of each message in a line above its words. The
 * conversation is named by its buyer; what the shop says belongs to the buyer who was last heard
 * of, and before the first to the first.
 */
final class Talk {
  /** Longer messages are no messages. */
  private static final int MAX_CHARS = 100_000;

  /** So many messages may precede the first buyer's. */
  private static final int MAX_WAITING = 1_000;

  private final Ledger ledger;
  private final Speakers speakers;
  private final String untitled;
  private final List<LogMessage> waiting = new ArrayList<>();
  private final boolean isOfOneBuyer;
  private @Nullable String buyer;

  private long line;
  private @Nullable String sender;
  private @Nullable OffsetDateTime at;
  private final StringBuilder text = new StringBuilder();
  private boolean isLost;
  private boolean isBegun;

  /** A talk whose buyers are told by the names. */
  Talk(LogFile file, Ledger ledger) throws LogFileException {
    this(file, ledger, null);
  }

  /**
   * A talk.
   *
   * @param buyer the one buyer it is with; null if that is told by the names
   */
  Talk(LogFile file, Ledger ledger, @Nullable String buyer) throws LogFileException {
    this.buyer = buyer;
    this.isOfOneBuyer = buyer != null;
    this.ledger = ledger;
    this.speakers = new Speakers(Column.named(file.options()).getOrDefault(Column.AGENT, ""));
    this.untitled = file.stem();
  }

  /** Whether the first message is still to come. */
  boolean isUnbegun() {
    return !isBegun;
  }

  /** Whether a name is a shop's, or that of the buyer last heard of. */
  boolean knows(String name) {
    return name.equals(buyer) || Speakers.isShop(name);
  }

  /**
   * A line begins a message; whatever was open is closed.
   *
   * @param number the line
   * @param from who sent it
   * @param receiver to whom; null if the line does not say
   * @param time when; null if the line does not say
   * @param words those in the same line; empty if all are below
   */
  void begin(
      long number,
      String from,
      @Nullable String receiver,
      @Nullable OffsetDateTime time,
      String words) {
    close();
    isBegun = true;
    text.append(words);
    line = number;
    sender = Speakers.name(from);
    at = time;
    isLost = false;
    if (receiver != null && speakers.of(receiver) == Role.BUYER) {
      meet(Speakers.name(receiver));
    }
  }

  /** A line goes on with the message that is open; it is rejected if none is. */
  void add(Line more) {
    if (sender == null) {
      ledger.reject(
          more.number(),
          isLost
              ? "第 %d 行接在读不出来的一行后面，不知道是谁说的，没有读。请先修好上面那一行。".formatted(more.number())
              : "第 %d 行前面没有“发送人＋时间”，不知道是谁说的，没有读。请补上发送人，或删掉这一行。".formatted(more.number()),
          more.text());
    } else if (text.length() + more.text().length() > MAX_CHARS) {
      ledger.reject(
          more.number(),
          "第 %d 行接在第 %d 行的消息后面，这条消息已超过 %d 字，不像一条消息，没有读。请检查格式是否选对（--layout）。"
              .formatted(more.number(), line, MAX_CHARS),
          more.text());
    } else {
      ledger.continuation(1);
      text.append(text.isEmpty() ? "" : "\n").append(more.text().strip());
    }
  }

  /** A message that is whole, such as the notice of a recall. */
  void say(long number, String from, @Nullable OffsetDateTime time, String words) {
    begin(number, from, null, time, words);
    close();
  }

  /** A line cannot be read, so that nobody knows who wrote the next ones. */
  void lose(Line lost, String reason) {
    close();
    isBegun = true;
    isLost = true;
    ledger.reject(lost.number(), reason, lost.text());
  }

  private void close() {
    if (sender == null) {
      return;
    }
    String words = text.toString();
    Role role = isOfOneBuyer && sender.equals(buyer) ? Role.BUYER : speakers.of(sender);
    LogMessage message = new LogMessage(line, role, sender, words, at, Placeholders.is(words));
    if (role == Role.BUYER) {
      meet(sender);
    }
    if (buyer == null && waiting.size() < MAX_WAITING) {
      waiting.add(message);
    } else {
      ledger.message(buyer == null ? untitled : buyer, message);
    }
    sender = null;
    text.setLength(0);
  }

  private void meet(String who) {
    if (isOfOneBuyer) {
      return;
    }
    buyer = who;
    waiting.forEach(message -> ledger.message(who, message));
    waiting.clear();
  }

  /** The text is at its end. */
  void end() {
    close();
    waiting.forEach(message -> ledger.message(untitled, message));
    waiting.clear();
  }
}
