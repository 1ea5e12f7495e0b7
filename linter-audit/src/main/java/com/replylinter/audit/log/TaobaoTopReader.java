package com.replylinter.audit.log;

import com.replylinter.Turn.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers of Taobao's open interface {@code taobao.wangwang.eservice.chatlog.get}, with what was
 * asked ({@code from_id}, {@code to_id}) around or beside them. Direction 0 is from {@code
 * from_id}, who is the agent unless the names say otherwise.
 */
final class TaobaoTopReader extends JsonLogReader {
  private static final Speakers SPEAKERS = new Speakers("");

  TaobaoTopReader() {
    super(
        new JsonShape(
            List.of(Set.of("direction", "time", "content")), Set.of("msg"), Set.of("msg", "msgs")));
  }

  @Override
  Said said(JsonRecord message, Map<String, String> around) {
    String from = name(around, "from_id", "fromId");
    String to = name(around, "to_id", "toId");
    boolean isFromShop = SPEAKERS.of(from) != Role.BUYER || SPEAKERS.of(to) == Role.BUYER;
    String agent = isFromShop ? from : to;
    String buyer = isFromShop ? to : from;
    Role role =
        switch (message.get("direction")) {
          case "0" -> isFromShop ? Role.AGENT : Role.BUYER;
          case "1" -> isFromShop ? Role.BUYER : Role.AGENT;
          default -> null;
        };
    return new Said(
        buyer,
        role(role, agent),
        role == Role.BUYER ? buyer : agent,
        message.get("content"),
        message.get("time"),
        false);
  }

  private static String name(Map<String, String> around, String key, String otherKey) {
    return Speakers.name(first(around.getOrDefault(key, ""), around.getOrDefault(otherKey, "")));
  }
}
