package com.replylinter.audit.log;

import com.replylinter.audit.LogConversation;
import com.replylinter.audit.LogMessage;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Consumer;

/**
 * What became of the lines of one file. What hands out lines counts them here; what reads them
 * writes down one fate for each; {@link #close} proves that none was lost.
 */
final class Ledger {
  /** Most characters of a rejected line that are kept. */
  static final int MAX_RAW = 2_000;

  private final String file;
  private final Consumer<LogConversation> out;
  private final Consumer<Reject> rejects;
  private final OpenConversations conversations;
  private long lines;
  private long messages;
  private long continuations;
  private long noise;
  private long rejected;

  Ledger(String file, boolean isInOrder, Consumer<LogConversation> out, Consumer<Reject> rejects) {
    this.file = file;
    this.out = out;
    this.rejects = rejects;
    this.conversations = new OpenConversations(file, out, isInOrder);
  }

  /** A ledger that nobody reads, for looking ahead. */
  static Ledger forNobody() {
    return new Ledger("", true, conversation -> {}, reject -> {});
  }

  /** A line was handed out. */
  void line() {
    lines++;
  }

  /** A line that was handed out was taken back. */
  void unline() {
    lines--;
  }

  /** Lines handed out so far. */
  long lines() {
    return lines;
  }

  /** A line began a message of a conversation. */
  void message(String conversation, LogMessage message) {
    messages++;
    conversations.add(conversation, message);
  }

  /** Lines went on with a message. */
  void continuation(long count) {
    continuations += count;
  }

  /** Lines say nothing. */
  void noise(long count) {
    noise += count;
  }

  /** A line cannot be read. */
  void reject(long line, String reason, String raw) {
    rejected++;
    rejects.accept(
        new Reject(file, line, reason, raw.length() <= MAX_RAW ? raw : raw.substring(0, MAX_RAW)));
  }

  /** None of a row's lines can be read. */
  void reject(Row row, String reason) {
    if (row.lines() == 1) {
      reject(row.number(), reason, row.raw());
    } else {
      long number = row.number();
      for (String line : row.raw().split("\n", -1)) {
        reject(number, reason, line);
        number++;
      }
    }
  }

  /** Lines, one a message, held a whole conversation; one that holds none says nothing. */
  void conversation(String id, List<LogMessage> all) {
    lines += Math.max(1, all.size());
    messages += all.size();
    noise += all.isEmpty() ? 1 : 0;
    out.accept(new LogConversation(id, file, all));
  }

  /** The file is at its end: hands on the conversations still open, and the account. */
  FileAccount close(String layout, Charset charset) {
    conversations.closeAll();
    return new FileAccount(file, layout, charset, lines, messages, continuations, noise, rejected);
  }
}
