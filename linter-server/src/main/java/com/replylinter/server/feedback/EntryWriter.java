package com.replylinter.server.feedback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.replylinter.Turn;
import com.replylinter.phrasebook.RuleId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes entries as JSON. */
public final class EntryWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private EntryWriter() {}

  /** One entry as an object on one line. */
  public static String toJson(Entry entry) {
    return json(json -> write(entry, json));
  }

  /** Writes one entry as an object. */
  public static void write(Entry entry, JsonGenerator json) throws IOException {
    Feedback told = entry.feedback();
    json.writeStartObject();
    json.writeStringField("id", String.valueOf(entry.id()));
    json.writeStringField("kind", told.kind().label());
    json.writeStringField("at", entry.at().toString());
    json.writeArrayFieldStart("rules");
    for (RuleId rule : told.rules()) {
      json.writeString(rule.toString());
    }
    json.writeEndArray();
    if (told.verdict() != null) {
      json.writeStringField("verdict", told.verdict().label());
    }
    if (told.span() != null) {
      json.writeNumberField("start", told.span().start());
      json.writeNumberField("end", told.span().end());
    }
    optional(json, told.kind() == Feedback.Kind.OVERRIDE ? "reason" : "note", told.remark());
    optional(json, "supervisor", told.supervisor());
    optional(json, "agent", told.agent());
    optional(json, "phrasebook", told.phrasebook());
    if (told.kind() == Feedback.Kind.OVERRIDE) {
      json.writeBooleanField("offline", told.offline());
    }
    optional(json, "draft", told.draft());
    if (!told.conversation().isEmpty()) {
      json.writeFieldName("conversation");
      write(told.conversation(), json);
    }
    json.writeEndObject();
  }

  /** A conversation as an array. */
  static String toJson(List<Turn> conversation) {
    return json(json -> write(conversation, json));
  }

  private static void write(List<Turn> conversation, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (Turn turn : conversation) {
      json.writeStartObject();
      json.writeStringField("role", turn.role().label());
      json.writeStringField("text", turn.text());
      optional(json, "at", turn.at() == null ? null : turn.at().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void optional(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  /** Something that writes one JSON value. */
  private interface Value {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private static String json(Value value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      value.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }
}
