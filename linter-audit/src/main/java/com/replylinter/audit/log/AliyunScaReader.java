package com.replylinter.audit.log;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Aliyun's conversation analysis: {@code tickets[].dialogue[{role, identity, words, beginTime}]}.
 */
final class AliyunScaReader extends JsonLogReader {
  AliyunScaReader() {
    super(
        new JsonShape(
            List.of(Set.of("role", "words")), Set.of("dialogue"), Set.of("dialogue", "identity")));
  }

  @Override
  Said said(JsonRecord message, Map<String, String> around) {
    String name = message.get("identity");
    return new Said(
        first(around.getOrDefault("tid", ""), around.getOrDefault("fileName", "")),
        role(Speakers.word(message.get("role")), name),
        name,
        message.get("words"),
        message.get("beginTime"),
        false);
  }
}
