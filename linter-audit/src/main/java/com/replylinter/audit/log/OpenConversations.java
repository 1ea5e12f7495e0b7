package com.replylinter.audit.log;

import com.replylinter.audit.LogConversation;
import com.replylinter.audit.LogMessage;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The conversations of a file whose messages may still come, found by their id.
 *
 * <p>A bounded number of messages is held; beyond it the conversation least recently added to is
 * handed on as it is. Should it go on later, the rest is a new conversation of the same id, without
 * what was said before: logs are sorted by conversation or by time, and a pause of 50 000 messages
 * ends any talk.
 */
final class OpenConversations {
  private static final int MAX_MESSAGES = 50_000;
  private static final int MAX_CHARS = 8_000_000;

  private final String file;
  private final Consumer<LogConversation> out;
  private final boolean isInOrder;
  private final Map<String, List<LogMessage>> open = new LinkedHashMap<>(16, 0.75f, true);
  private int messages;
  private int chars;

  OpenConversations(String file, Consumer<LogConversation> out, boolean isInOrder) {
    this.file = file;
    this.out = out;
    this.isInOrder = isInOrder;
  }

  void add(String id, LogMessage message) {
    open.computeIfAbsent(id, unused -> new ArrayList<>()).add(message);
    messages++;
    chars += message.text().length();
    while (messages > MAX_MESSAGES || chars > MAX_CHARS) {
      Iterator<Map.Entry<String, List<LogMessage>>> oldest = open.entrySet().iterator();
      Map.Entry<String, List<LogMessage>> entry = oldest.next();
      oldest.remove();
      close(entry.getKey(), entry.getValue());
    }
  }

  /** Hands on all, in the order of their first lines. */
  void closeAll() {
    List<Map.Entry<String, List<LogMessage>>> rest = new ArrayList<>(open.entrySet());
    open.clear();
    rest.sort(Comparator.comparingLong(entry -> entry.getValue().get(0).line()));
    rest.forEach(entry -> close(entry.getKey(), entry.getValue()));
  }

  private void close(String id, List<LogMessage> said) {
    messages -= said.size();
    chars -= said.stream().mapToInt(message -> message.text().length()).sum();
    if (!isInOrder && said.stream().allMatch(message -> message.at() != null)) {
      said.sort(
          Comparator.comparing(
              message -> Objects.requireNonNull(message.at()), OffsetDateTime.timeLineOrder()));
    }
    out.accept(new LogConversation(id, file, said));
  }
}
