package com.replylinter.audit.log;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pinduoduo: {@code <order>_chat.json}, an array of {@code {time, role, name, type, content}}. */
final class PinduoduoReader extends JsonLogReader {
  PinduoduoReader() {
    super(
        new JsonShape(
            List.of(Set.of("time", "role", "content")),
            Set.of("messages"),
            Set.of("name", "type")));
  }

  @Override
  Said said(JsonRecord message, Map<String, String> around) {
    String name = message.get("name");
    return new Said(
        first(
            around.getOrDefault("orderId", ""),
            around.getOrDefault("order_sn", ""),
            around.getOrDefault("orderSn", "")),
        role(Speakers.word(message.get("role")), name),
        name,
        message.get("content"),
        message.get("time"),
        Placeholders.isType(message.get("type")));
  }
}
