package com.replylinter.audit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code report.html}: one file that needs no other, with everything it shows in one block of JSON.
 * It lists the gravest {@link #MOST_LISTED} findings; charts without a filter count all.
 */
final class HtmlReport {
  /** Findings that are listed; the rest are in the other files. */
  static final int MOST_LISTED = 10_000;

  /** Longest text that is shown of a message, in UTF-16 code units. */
  private static final int LONGEST = 1_000;

  private static final String PAGE = "report.html";
  private static final String SCRIPT = "<script>";
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  private final Summary summary;
  private final Map<String, Integer> rules = new LinkedHashMap<>();
  private final Map<String, FindingRow> spokenBy = new LinkedHashMap<>();
  private final Map<String, Integer> files = new LinkedHashMap<>();

  /** How many findings of each severity may still be listed. */
  private final long[] room;

  private HtmlReport(Summary summary) {
    this.summary = summary;
    Count total = summary.total();
    long block = Math.min(total.block(), MOST_LISTED);
    long warn = Math.min(total.warn(), MOST_LISTED - block);
    long remind = Math.min(total.remind(), MOST_LISTED - block - warn);
    this.room = new long[] {remind, warn, block};
  }

  /** Of what would end the block of JSON nothing is left. */
  private static final class ForScript extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] escapes = standardAsciiEscapesForJSON();
      escapes['<'] = ESCAPE_STANDARD;
      return escapes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return null;
    }
  }

  static void write(FindingsFile findings, Summary summary, Path to) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(to), StandardCharsets.UTF_8))) {
      new HtmlReport(summary).write(findings, out);
    }
  }

  /** Allows the scripts of the page by what they are, and nothing else. */
  static String contentPolicy() throws IOException {
    StringBuilder scripts = new StringBuilder();
    String page = resource(PAGE);
    for (int open = page.indexOf(SCRIPT); open >= 0; open = page.indexOf(SCRIPT, open + 1)) {
      String written = page.substring(open + SCRIPT.length(), page.indexOf("</script>", open));
      String script =
          written
              .replace("{{echarts}}", resource("echarts/echarts.min.js"))
              .replace("{{script}}", resource("report.js"));
      scripts.append(" 'sha256-").append(sha256(script)).append('\'');
    }
    return "default-src 'none'; script-src"
        + scripts
        + "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none';"
        + " frame-ancestors 'none'; sandbox allow-scripts allow-modals";
  }

  private static String sha256(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private void write(FindingsFile findings, Writer out) throws IOException {
    String page = resource(PAGE);
    int at = 0;
    for (int open = page.indexOf(OPEN); open >= 0; open = page.indexOf(OPEN, at)) {
      int close = page.indexOf(CLOSE, open);
      out.write(page, at, open - at);
      switch (page.substring(open + OPEN.length(), close)) {
        case "style" -> out.write(resource("report.css"));
        case "script" -> out.write(resource("report.js"));
        case "echarts" -> out.write(resource("echarts/echarts.min.js"));
        default -> writeData(findings, out);
      }
      at = close + CLOSE.length();
    }
    out.write(page, at, page.length() - at);
  }

  private void writeData(FindingsFile findings, Writer out) throws IOException {
    JsonGenerator json = Json.COMPACT.getFactory().createGenerator(out);
    json.setCharacterEscapes(new ForScript());
    json.writeStartObject();
    json.writeFieldName("summary");
    json.writeRawValue(forScript(summary));
    json.writeArrayFieldStart("agentDays");
    for (Summary.AgentDay each : summary.agentDays()) {
      json.writeArray(new long[] {each.agent(), each.day(), each.judged()}, 0, 3);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    findings.read(row -> writeFinding(row, json));
    json.writeEndArray();
    json.writeBooleanField("capped", summary.total().findings() > MOST_LISTED);
    json.writeArrayFieldStart("rules");
    for (FindingRow row : spokenBy.values()) {
      json.writeStartObject();
      json.writeStringField("id", row.rule());
      json.writeStringField("family", row.family());
      json.writeStringField("title", row.title());
      json.writeStringField("message", row.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("files");
    for (String file : files.keySet()) {
      json.writeString(file);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
  }

  private static String forScript(Summary summary) throws IOException {
    return Json.COMPACT
        .writeValueAsString(
            new Summary(
                summary.complete(),
                summary.settings(),
                summary.conversations(),
                summary.messages(),
                summary.total(),
                summary.families(),
                summary.rules(),
                summary.agents(),
                summary.days(),
                summary.undated(),
                summary.hours(),
                List.of(),
                summary.canned(),
                summary.worst(),
                summary.accounts()))
        .replace("<", "\\u003c");
  }

  private void writeFinding(FindingRow row, JsonGenerator json) throws IOException {
    int severity = row.severity().equals("block") ? 2 : row.severity().equals("warn") ? 1 : 0;
    if (room[severity]-- <= 0) {
      return;
    }
    spokenBy.putIfAbsent(row.rule(), row);
    json.writeStartObject();
    json.writeNumberField("rule", index(rules, row.rule()));
    json.writeNumberField("file", index(files, name(row.file())));
    json.writeNumberField("line", row.line());
    json.writeStringField("conversation", row.conversation());
    json.writeStringField("agent", row.agent());
    if (row.at() != null) {
      json.writeStringField("at", row.at());
    }
    if (row.asked() != null) {
      json.writeStringField("asked", cut(row.asked()));
    }
    json.writeStringField("severity", row.severity());
    json.writeNumberField("points", row.points());
    json.writeStringField("text", cut(row.text()));
    json.writeNumberField("start", Math.min(row.start(), LONGEST));
    json.writeNumberField("end", Math.min(row.end(), LONGEST));
    if (row.rewritten() != null) {
      json.writeStringField("rewritten", cut(row.rewritten()));
    }
    json.writeEndObject();
  }

  private static int index(Map<String, Integer> known, String name) {
    return known.computeIfAbsent(name, each -> known.size());
  }

  /** The file without its folders, which are nobody's business. */
  private static String name(String file) {
    int member = file.indexOf("!/");
    String outer = member < 0 ? file : file.substring(0, member);
    return outer.substring(Math.max(outer.lastIndexOf('/'), outer.lastIndexOf('\\')) + 1)
        + (member < 0 ? "" : file.substring(member));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
