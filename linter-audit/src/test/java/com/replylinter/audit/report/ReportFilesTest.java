package com.replylinter.audit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.replylinter.audit.Linters;
import com.replylinter.audit.Logs;
import com.replylinter.audit.run.AuditOptions;
import com.replylinter.audit.run.AuditRun;
import com.replylinter.audit.run.Progress;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Rule.Kind;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs read of an audit. */
class ReportFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Markup, a formula, a control character, half a surrogate pair, quotes and a line end. */
  private static final String STRANGE =
      "=1+2</script><b>\\u0007\\ud83d \\\"引号\\\",\\n第二行 " + Logs.TAX;

  @TempDir private static Path folder;
  private static Path out;

  @BeforeAll
  static void audit() throws IOException, InterruptedException {
    out = folder.resolve("报告 1");
    Path log =
        Logs.write(
            folder.resolve("六月 导出.jsonl"),
            Logs.line("c", "buyer", "tb_xiao1", "能开发票吗", "2026-11-01T23:59:00+08:00")
                + Logs.line("c", "agent", "店:甲", "开不了哦亲", "2026-11-02T00:00:30+08:00")
                + Logs.line("c", "agent", "=店:乙", STRANGE, "2026-11-02T00:01:30+08:00")
                + "{\"conversation\":\"d\",\"role\":\"agent\",\"text\":\""
                + Logs.TAX
                + "\"}\n");
    new AuditRun(Linters.BUNDLED, AuditOptions.of(List.of(log), out), Progress.SILENT).run();
  }

  private static JsonNode json(String name) throws IOException {
    return JSON.readTree(out.resolve(name).toFile());
  }

  @Test
  void findingsSayWhereTheyAre() throws IOException {
    List<JsonNode> lines =
        Files.readAllLines(out.resolve("findings.jsonl")).stream()
            .map(
                line -> {
                  try {
                    return JSON.readTree(line);
                  } catch (IOException e) {
                    throw new AssertionError(line, e);
                  }
                })
            .filter(line -> line.get("rule").asText().startsWith("invoice/"))
            .toList();

    assertEquals(3, lines.size());
    JsonNode first = lines.get(0);
    assertEquals("invoice/refuse", first.get("rule").asText());
    assertEquals(2, first.get("line").asInt());
    assertEquals("2026-11-02T00:00:30+08:00", first.get("at").asText());
    assertEquals("能开发票吗", first.get("asked").asText());
    assertEquals(0, first.get("because").get("turn").asInt());
    assertEquals("t***", first.get("buyer").asText());
    for (JsonNode line : lines) {
      String text = line.get("text").asText();
      assertEquals(
          line.get("matched").asText(),
          text.substring(line.get("start").asInt(), line.get("end").asInt()));
    }
    assertFalse(lines.get(2).has("at"));
  }

  @Test
  void sarifFollowsItsSchema() throws IOException {
    JsonSchema schema;
    try (InputStream in =
        ReportFilesTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(in);
    }
    JsonNode sarif = json("findings.sarif");

    assertEquals(Set.<ValidationMessage>of(), schema.validate(sarif));
    JsonNode run = sarif.get("runs").get(0);
    assertTrue(run.get("results").size() >= 3);
    for (JsonNode result : run.get("results")) {
      JsonNode rule =
          run.get("tool").get("driver").get("rules").get(result.get("ruleIndex").asInt());
      assertEquals(rule.get("id"), result.get("ruleId"));
      String uri = result.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
      assertTrue(Path.of(java.net.URI.create(uri)).endsWith("六月 导出.jsonl"), uri);
    }
    ((com.fasterxml.jackson.databind.node.ObjectNode) run.get("results").get(0))
        .put("level", "grave");
    assertFalse(schema.validate(sarif).isEmpty());
  }

  @Test
  void theTableOpensInExcel() throws IOException {
    byte[] bytes = Files.readAllBytes(out.resolve("findings.csv"));
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertEquals('\uFEFF', text.charAt(0));
    List<CsvRecord> rows;
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text.substring(1))) {
      rows = csv.stream().toList();
    }
    int wording = rows.get(0).getFields().indexOf("客服原话");
    int agent = rows.get(0).getFields().indexOf("客服");
    CsvRecord strange =
        rows.stream()
            .filter(row -> row.getField(wording).contains("第二行"))
            .findFirst()
            .orElseThrow();
    assertTrue(strange.getField(wording).startsWith("'=1+2</script>"));
    assertEquals("'=店:乙", strange.getField(agent));
  }

  @Test
  void theWorkbookHoldsEveryFinding() throws IOException {
    long findings = Files.readAllLines(out.resolve("findings.jsonl")).size();
    try (InputStream in = Files.newInputStream(out.resolve("findings.xlsx"));
        ReadableWorkbook book = new ReadableWorkbook(in)) {
      List<String> names = book.getSheets().map(Sheet::getName).toList();
      assertEquals(List.of("概况", "客服", "规则", "反复发送的话术", "问题清单"), names);
      List<Row> rows = book.findSheet("问题清单").orElseThrow().read();
      assertEquals(findings + 1, rows.size());
      assertEquals("客服原话", rows.get(0).getCellText(7));
      assertTrue(rows.stream().anyMatch(row -> row.getCellText(7).startsWith("=1+2</script>")));
    }
  }

  @Test
  void theSummaryAddsUp() throws IOException {
    JsonNode summary = json("summary.json");
    JsonNode total = summary.get("total");
    assertEquals(3, total.get("judged").asInt());
    assertEquals(2, summary.get("conversations").asInt());
    for (String list : List.of("families", "rules", "agents")) {
      for (String field : List.of("block", "warn", "remind", "points")) {
        long sum = 0;
        for (JsonNode each : summary.get(list)) {
          sum += each.get("count").get(field).asLong();
        }
        assertEquals(total.get(field).asLong(), sum, list + " " + field);
      }
    }
    assertEquals(1, summary.get("undated").get("judged").asInt());
    assertEquals(4, summary.get("accounts").get(0).get("messages").asInt());
  }

  @Test
  void everyFamilyHasAName() {
    Set<String> nameless = new TreeSet<>();
    for (Rule rule : Linters.BUNDLED.phrasebook().rules()) {
      if (rule.kind() != Kind.TRAP && !Families.NAMES.containsKey(rule.id().family())) {
        nameless.add(rule.id().family());
      }
    }
    assertEquals(Set.of(), nameless);
  }
}
