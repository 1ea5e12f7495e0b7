package com.replylinter.audit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code findings.sarif}: every finding in SARIF 2.1.0, for tools that show the findings of
 * linters. A region is a line of the log; the words at fault are its snippet.
 */
final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private SarifReport() {}

  static void write(FindingsFile findings, Summary summary, Path to) throws IOException {
    Map<String, FindingRow> rules = new LinkedHashMap<>();
    findings.read(row -> rules.putIfAbsent(row.rule(), row));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to));
        JsonGenerator json = Json.PRETTY.getFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      writeTool(rules, summary, json);
      json.writeStringField("columnKind", "utf16CodeUnits");
      json.writeStringField("language", "zh-CN");
      json.writeArrayFieldStart("invocations");
      json.writeStartObject();
      json.writeBooleanField("executionSuccessful", summary.complete());
      json.writeEndObject();
      json.writeEndArray();
      json.writeArrayFieldStart("results");
      Map<String, Integer> places = new HashMap<>();
      for (String rule : rules.keySet()) {
        places.put(rule, places.size());
      }
      findings.read(row -> writeResult(row, places.getOrDefault(row.rule(), 0), json));
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void writeTool(Map<String, FindingRow> rules, Summary summary, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "Reply Linter");
    json.writeStringField("version", summary.settings().phrasebook());
    json.writeArrayFieldStart("rules");
    for (FindingRow rule : rules.values()) {
      json.writeStartObject();
      json.writeStringField("id", rule.rule());
      writeText("shortDescription", rule.title(), json);
      writeText("fullDescription", rule.why(), json);
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeStringField("level", level(rule.severity()));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeResult(FindingRow row, int rule, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", row.rule());
    json.writeNumberField("ruleIndex", rule);
    json.writeStringField("level", level(row.severity()));
    writeText("message", row.message(), json);
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(row.file()));
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", row.line());
    writeText("snippet", row.matched(), json);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("findingHash/v1", fingerprint(row));
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeStringField("conversation", row.conversation());
    json.writeNumberField("turn", row.turn());
    json.writeStringField("agent", row.agent());
    json.writeStringField("text", row.text());
    json.writeNumberField("start", row.start());
    json.writeNumberField("end", row.end());
    if (row.at() != null) {
      json.writeStringField("at", row.at());
    }
    if (row.points() > 0) {
      json.writeNumberField("points", row.points());
    }
    if (row.rewritten() != null) {
      json.writeStringField("rewritten", row.rewritten());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeText(String field, String text, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private static String level(String severity) {
    return switch (severity) {
      case "block" -> "error";
      case "warn" -> "warning";
      default -> "note";
    };
  }

  /** The file as it was named, as a reference; an absolute path as a URI of scheme file. */
  private static String uri(String file) {
    String path = file.replace('\\', '/');
    try {
      String encoded = new URI(null, null, "/" + path, null).toASCIIString();
      return path.startsWith("/") ? "file://" + encoded.substring(1) : encoded.substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same for the same finding in every run. */
  private static String fingerprint(FindingRow row) {
    String what =
        String.join(
            "\n", row.file(), row.conversation(), "" + row.turn(), row.rule(), row.matched());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
