package com.replylinter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.replylinter.offline.LiteralPattern;
import com.replylinter.offline.LiteralPattern.Step;
import com.replylinter.offline.OfflinePack;
import com.replylinter.offline.OfflinePack.OfflineRule;
import java.io.IOException;
import java.util.List;

/** Writes what a chat window checks by itself. */
public final class OfflinePackWriter {
  /** Grows when a reader of the former shape would misread the new one. */
  private static final int FORMAT = 1;

  private OfflinePackWriter() {}

  /** The pack as UTF-8. */
  public static byte[] toBytes(OfflinePack pack) {
    return ReportWriter.bytes(json -> write(pack, json));
  }

  private static void write(OfflinePack pack, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("format", FORMAT);
    json.writeStringField("phrasebook", pack.phrasebook());
    texts("negators", pack.negators(), json);
    json.writeArrayFieldStart("rules");
    for (OfflineRule rule : pack.rules()) {
      write(rule, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(OfflineRule rule, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", rule.rule().toString());
    json.writeStringField("title", rule.title());
    json.writeStringField("severity", rule.severity().label());
    json.writeStringField("kind", rule.kind().label());
    json.writeStringField("message", rule.message());
    json.writeStringField("why", rule.why());
    if (rule.penalty() != null) {
      ReportWriter.write(rule.penalty(), json);
    }
    texts("rewrites", rule.rewrites(), json);
    patterns("patterns", rule.patterns(), json);
    patterns("unless", rule.unless(), json);
    json.writeEndObject();
  }

  private static void patterns(String name, List<LiteralPattern> patterns, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (LiteralPattern pattern : patterns) {
      json.writeStartArray();
      for (int i = 0; i < pattern.steps().size(); i++) {
        Step step = pattern.steps().get(i);
        json.writeStartObject();
        texts("any", step.any(), json);
        if (i > 0) {
          json.writeNumberField("within", step.within());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void texts(String name, List<String> texts, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
