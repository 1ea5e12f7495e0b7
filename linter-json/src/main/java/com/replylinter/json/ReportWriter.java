package com.replylinter.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.replylinter.finding.Commitment;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Report;
import com.replylinter.finding.Trap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Writes reports as JSON. Absent optional fields are left out. What UTF-8 cannot carry (halves of
 * surrogate pairs) is escaped.
 */
public final class ReportWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private ReportWriter() {}

  /** One report as UTF-8, on one line, without a line end. */
  public static byte[] toBytes(Report report) {
    return bytes(json -> write(report, json));
  }

  /** The answer to a request that could not be linted as UTF-8: {@code {"id": …, "error": …}}. */
  public static byte[] errorBytes(@Nullable String id, String message) {
    return bytes(json -> writeError(id, message, json));
  }

  /**
   * Writes one report as a JSON object.
   *
   * @throws IOException if the generator's target fails
   */
  public static void write(Report report, JsonGenerator json) throws IOException {
    json.writeStartObject();
    writeFields(report, json);
    json.writeEndObject();
  }

  /** Writes the fields of a report into an object that has begun. */
  static void writeFields(Report report, JsonGenerator json) throws IOException {
    optional("id", report.id(), json);
    json.writeStringField("verdict", report.verdict().label());
    json.writeBooleanField("complete", report.complete());
    json.writeStringField("phrasebook", report.phrasebook());
    json.writeArrayFieldStart("findings");
    for (Finding finding : report.findings()) {
      write(finding, json);
    }
    json.writeEndArray();
    optional("rewritten", report.rewritten(), json);
    json.writeArrayFieldStart("traps");
    for (Trap trap : report.traps()) {
      write(trap, json);
    }
    json.writeEndArray();
  }

  /**
   * Writes the answer to a request that could not be linted as a JSON object.
   *
   * @param id the request's id; null if it is unknown
   * @param message what is wrong with the request
   * @throws IOException if the generator's target fails
   */
  public static void writeError(@Nullable String id, String message, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    optional("id", id, json);
    json.writeStringField("error", message);
    json.writeEndObject();
  }

  private static void write(Finding finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", finding.rule().toString());
    json.writeStringField("title", finding.title());
    json.writeStringField("severity", finding.severity().label());
    json.writeNumberField("start", finding.span().start());
    json.writeNumberField("end", finding.span().end());
    json.writeStringField("matched", finding.matched());
    json.writeStringField("message", finding.message());
    json.writeStringField("why", finding.why());
    Finding.PenaltyNote penalty = finding.penalty();
    if (penalty != null) {
      write(penalty, json);
    }
    json.writeArrayFieldStart("rewrites");
    for (String rewrite : finding.rewrites()) {
      json.writeString(rewrite);
    }
    json.writeEndArray();
    if (!finding.disguises().isEmpty()) {
      json.writeArrayFieldStart("disguises");
      for (String disguise : finding.disguises()) {
        json.writeString(disguise);
      }
      json.writeEndArray();
    }
    Commitment commitment = finding.commitment();
    if (commitment != null) {
      write(commitment, json);
    }
    writeBecause(finding.becauseTurn(), json);
    json.writeEndObject();
  }

  /** Writes which turn decided, if one did. */
  static void writeBecause(@Nullable Integer turn, JsonGenerator json) throws IOException {
    if (turn != null) {
      because(turn, json);
    }
  }

  private static void write(Trap trap, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", trap.rule().toString());
    json.writeStringField("title", trap.title());
    json.writeStringField("message", trap.message());
    json.writeStringField("why", trap.why());
    optional("reply", trap.reply(), json);
    because(trap.turn(), json);
    json.writeEndObject();
  }

  private static void because(int turn, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("because");
    json.writeNumberField("turn", turn);
    json.writeEndObject();
  }

  /** Writes the field {@code penalty}. */
  static void write(Finding.PenaltyNote penalty, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("penalty");
    Integer points = penalty.points();
    if (points != null) {
      json.writeNumberField("points", points);
    }
    json.writeStringField("basis", penalty.basis());
    json.writeBooleanField("sourcesDiffer", penalty.sourcesDiffer());
    json.writeEndObject();
  }

  private static void write(Commitment commitment, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("commitment");
    json.writeStringField("type", commitment.type().label());
    optional("what", commitment.what(), json);
    optional("courier", commitment.courier(), json);
    Commitment.Days days = commitment.days();
    if (days != null && days.min() == days.max()) {
      json.writeNumberField("days", days.min());
    } else if (days != null) {
      json.writeObjectFieldStart("days");
      json.writeNumberField("min", days.min());
      json.writeNumberField("max", days.max());
      json.writeEndObject();
    }
    optional("by", commitment.by(), json);
    BigDecimal amount = commitment.amount();
    if (amount != null) {
      json.writeStringField("amount", amount.toPlainString());
      json.writeStringField("currency", "CNY");
    }
    json.writeEndObject();
  }

  private static void optional(String name, @Nullable String value, JsonGenerator json)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  /** What is written, as UTF-8. */
  static byte[] bytes(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      body.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /** Something that writes JSON. */
  interface Body {
    void writeTo(JsonGenerator json) throws IOException;
  }
}
