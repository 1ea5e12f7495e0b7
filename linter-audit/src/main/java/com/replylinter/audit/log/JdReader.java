package com.replylinter.audit.log;

import com.replylinter.Turn.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JD's 咚咚: the open interface's messages ({@code customer, waiter, content, sid, time,
 * waiterSend}), or sessions with {@code chatMessages[{content, isFromWaiter, timestamp}]}.
 */
final class JdReader extends JsonLogReader {
  JdReader() {
    super(
        new JsonShape(
            List.of(Set.of("content", "waiterSend"), Set.of("content", "isFromWaiter")),
            Set.of("chatMessages", "list", "data", "records", "result", "rows", "chatLogs"),
            Set.of("content")));
  }

  @Override
  Said said(JsonRecord message, Map<String, String> around) {
    Role role =
        switch (first(message.get("waiterSend"), message.get("isFromWaiter"))) {
          case "1", "true" -> Role.AGENT;
          case "0", "false" -> Role.BUYER;
          default -> null;
        };
    String agent = either(message, around, "waiter", "waiterName");
    String customer = either(message, around, "customer", "userName");
    String buyer = first(customer, either(message, around, "userId", "userId"));
    String session = either(message, around, "sid", "sessionId");
    return new Said(
        first(session, buyer),
        role(role, agent),
        role == Role.BUYER ? buyer : agent,
        message.get("content"),
        first(message.get("time"), message.get("timestamp")),
        false);
  }

  private static String either(
      JsonRecord message, Map<String, String> around, String key, String otherKey) {
    return first(
        message.get(key),
        message.get(otherKey),
        around.getOrDefault(key, ""),
        around.getOrDefault(otherKey, ""));
  }
}
