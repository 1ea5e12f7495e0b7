package com.replylinter.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.replylinter.Linter;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.audit.AuditedFinding;
import com.replylinter.audit.ConversationAuditor;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.LogMessage;
import com.replylinter.phrasebook.Example;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;
import com.replylinter.phrasebook.Rule;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The job finds, in every format, what the auditor finds in the same conversations. */
class AuditJobTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CONVERSATIONS = 150;
  private static final int TURNS = 3;

  private static SparkSession spark;
  private static List<LogConversation> log;
  private static List<String> expected;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate();
    Phrasebook book = PhrasebookLoader.load(PhrasebookSource.bundled()).phrasebook().orElseThrow();
    log = log(book);
    ConversationAuditor auditor = new ConversationAuditor(Linter.of(book), Shop.DEFAULT, null);
    expected = new ArrayList<>();
    for (LogConversation conversation : log) {
      for (AuditedFinding found : auditor.audit(conversation)) {
        expected.add(Agreement.text(conversation, found));
      }
    }
    Collections.sort(expected);
    assertTrue(expected.size() > CONVERSATIONS, "a log with much to find");
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void findsTheSameInConversationsOnALineEach() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (LogConversation conversation : log) {
      ObjectNode line = JSON.createObjectNode().put("id", conversation.id());
      ArrayNode messages = line.putArray("messages");
      conversation.messages().forEach(message -> fields(message, messages.addObject()));
      lines.append(line).append('\n');
    }
    Files.writeString(folder.resolve("log.jsonl"), lines);
    audit("--format", "jsonl", folder.resolve("log.jsonl").toString());
    assertEquals(expected, findings());
    checkSummary();
  }

  @Test
  void findsTheSameInMessagesOnALineEachThoughConversationsAreMixed() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Said said : mixed()) {
      ObjectNode line = JSON.createObjectNode().put("conversation", said.conversation.id());
      fields(said.message, line);
      lines.append(line).append('\n');
    }
    Files.writeString(folder.resolve("log.jsonl"), lines);
    audit("--format", "jsonl", folder.resolve("log.jsonl").toString());
    assertEquals(expected, findings());
    checkSummary();
  }

  @Test
  void findsTheSameInCsvInAnOldCharset() throws IOException {
    StringBuilder lines = new StringBuilder("at,text,role,conversation,sender\n");
    for (Said said : mixed()) {
      lines.append(
          "%s,\"%s\",%s,%s,%s\n"
              .formatted(
                  time(said.message),
                  said.message.text().replace("\"", "\"\""),
                  role(said.message).toUpperCase(Locale.ROOT),
                  said.conversation.id(),
                  said.message.sender()));
    }
    Path file = folder.resolve("log.csv");
    Files.writeString(file, lines, Charset.forName("GB18030"));
    audit("--format", "csv", "--charset", "GB18030", file.toString());
    assertEquals(expected, findings());
  }

  @Test
  void findsTheSameInParquetOfManyFilesByLineAndByTime() throws IOException {
    List<Said> mixed = mixed();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < mixed.size(); i++) {
      Said said = mixed.get(i);
      ObjectNode line = JSON.createObjectNode().put("conversation", said.conversation.id());
      fields(said.message, line);
      lines.append(line.put("line", i + 1)).append('\n');
    }
    Files.writeString(folder.resolve("log.jsonl"), lines);
    String rows = folder.resolve("rows").toString();
    spark
        .read()
        .json(folder.resolve("log.jsonl").toString())
        .repartition(5)
        .write()
        .parquet(rows + "/lined");
    spark.read().parquet(rows + "/lined").drop("line").write().parquet(rows + "/timed");
    audit("--format", "parquet", rows + "/lined");
    assertEquals(expected, findings());
    deleteOutput();
    audit("--format", "parquet", rows + "/timed");
    assertEquals(expected, findings());
  }

  @Test
  void accountsForEveryRowAndGoesByTheFolderAndDay() throws IOException {
    Path book = folder.resolve("book");
    Files.createDirectories(book.resolve("contact"));
    Files.writeString(
        book.resolve("contact/wechat.yaml"),
        """
        id: contact/wechat
        title: 引导加微信
        severity: block
        kind: statement
        message: 请在这里沟通。
        why: 不得引导到平台外。
        penalties: [{points: 12, basis: 依据, source: D0, from: 2020-01-01}]
        match: 加微信
        examples: {bad: ['{{加微信}}'], good: [在的]}
        """);
    Files.writeString(
        book.resolve("contact/broken.yaml"),
        """
        id: contact/broken
        title: 例子不对
        severity: block
        kind: statement
        message: 例子不对。
        why: 例子不对。
        match: 在的
        examples: {bad: ['{{在}}的'], good: [好]}
        """);
    Files.writeString(
        folder.resolve("log.jsonl"),
        """
        {"id": "c1", "messages": [{"role": "agent", "sender": "小夏", "text": "加微信吧13812345678", "at": "2026-11-22T10:00:00+08:00"}]}
        {"id": "c2", "messages": [{"role": "boss", "text": "加微信吧"}]}
        not json
        {"conversation": "c3", "role": "agent", "text": "在的"}
        {"conversation": "c3", "role": "agent", "text": "【图片】"}
        {"conversation": "c3", "role": "buyer", "text": "加微信吗"}
        {"role": "agent", "text": "加微信吧"}
        """);
    audit(
        "--phrasebook",
        book.toString(),
        "--as-of",
        "2019-01-01",
        folder.resolve("log.jsonl").toString());

    List<Row> found = spark.read().parquet(output() + "/findings").collectAsList();
    assertEquals(1, found.size(), found.toString());
    Row finding = found.get(0);
    assertEquals("c1", finding.getString(finding.fieldIndex("conversation")));
    assertTrue(finding.isNullAt(finding.fieldIndex("penalty")), "no penalty that early");
    assertEquals("加微信吧138****5678", finding.getString(finding.fieldIndex("text")));
    List<String> reasons =
        spark.read().json(output() + "/rejects").select("reason").collectAsList().stream()
            .map(row -> row.getString(0))
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "a message has no role of [buyer, agent, bot, system]",
            "cannot be parsed",
            "neither messages nor the conversation's name"),
        reasons);
    JsonNode summary = summary();
    assertEquals(2, summary.get("conversations").asInt());
    assertEquals(4, summary.get("messages").asInt());
    assertEquals(3, summary.get("rejected").asInt());
    assertEquals(2, summary.get("total").get("judged").asInt());
    assertEquals("2019-01-01", summary.get("settings").get("asOf").asText());
  }

  @Test
  void doesNotOverwriteAnAudit() throws IOException {
    Files.writeString(folder.resolve("log.jsonl"), "");
    audit(folder.resolve("log.jsonl").toString());
    assertEquals(0, summary().get("conversations").asInt());
    assertThrows(AnalysisException.class, () -> audit(folder.resolve("log.jsonl").toString()));
  }

  /** What main does, in a session that other tests still need. */
  private void audit(String... arguments) throws IOException {
    AuditJob job = new AuditJob();
    List<String> all = new ArrayList<>(List.of("--out", output(), "--partitions", "4"));
    all.addAll(List.of(arguments));
    new CommandLine(job).parseArgs(all.toArray(String[]::new));
    job.run(spark);
  }

  private String output() {
    return folder.resolve("out").toString();
  }

  private void deleteOutput() throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(output());
    path.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(path, true);
  }

  private List<String> findings() {
    return spark.read().parquet(output() + "/findings").collectAsList().stream()
        .map(Agreement::text)
        .sorted()
        .toList();
  }

  private JsonNode summary() throws IOException {
    return JSON.readTree(Files.readString(Path.of(output(), "summary.json")));
  }

  /** The summary counts what was expected. */
  private void checkSummary() throws IOException {
    JsonNode summary = summary();
    assertEquals(CONVERSATIONS, summary.get("conversations").asInt());
    assertEquals(
        log.stream().mapToInt(conversation -> conversation.messages().size()).sum(),
        summary.get("messages").asInt());
    assertEquals(0, summary.get("rejected").asInt());
    Map<String, Integer> judged = new TreeMap<>();
    for (LogConversation conversation : log) {
      conversation.messages().stream()
          .filter(ConversationAuditor::isJudged)
          .forEach(message -> judged.merge(message.sender(), 1, Integer::sum));
    }
    JsonNode agents = summary.get("agents");
    Map<String, Integer> counted = new TreeMap<>();
    int found = 0;
    double last = Double.MAX_VALUE;
    for (JsonNode agent : agents) {
      JsonNode count = agent.get("count");
      int own =
          count.get("block").asInt() + count.get("warn").asInt() + count.get("remind").asInt();
      counted.put(agent.get("agent").asText(), count.get("judged").asInt());
      found += own;
      double perThousand = agent.get("perThousand").asDouble();
      assertEquals(1000.0 * own / count.get("judged").asInt(), perThousand, 0.051);
      assertFalse(perThousand > last, "most findings first");
      last = perThousand;
    }
    assertEquals(judged, counted);
    assertEquals(expected.size(), found);
    int ofDays = 0;
    for (JsonNode day : summary.get("days")) {
      ofDays += day.get("count").get("judged").asInt();
    }
    assertEquals(judged.values().stream().mapToInt(Integer::intValue).sum(), ofDays);
    assertEquals(
        judged.values().stream().mapToInt(Integer::intValue).sum(),
        summary.get("total").get("judged").asInt());
  }

  /** Messages of all conversations in the order of their times, as a log has them. */
  private static List<Said> mixed() {
    List<Said> all = new ArrayList<>();
    Random random = new Random(7);
    List<Integer> next = new ArrayList<>(Collections.nCopies(log.size(), 0));
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < log.size(); i++) {
      open.add(i);
    }
    while (!open.isEmpty()) {
      int which = random.nextInt(open.size());
      int conversation = open.get(which);
      int message = next.get(conversation);
      all.add(new Said(log.get(conversation), log.get(conversation).messages().get(message)));
      next.set(conversation, message + 1);
      if (message + 1 == log.get(conversation).messages().size()) {
        open.remove(which);
      }
    }
    return all;
  }

  private record Said(LogConversation conversation, LogMessage message) {}

  /** A log made of the rules' own examples: what buyers ask, what agents should not answer. */
  private static List<LogConversation> log(Phrasebook book) {
    List<Example> examples = new ArrayList<>();
    for (Rule rule : book.rules()) {
      rule.examples().stream().filter(example -> !example.draft().isEmpty()).forEach(examples::add);
    }
    Random random = new Random(42);
    OffsetDateTime at = OffsetDateTime.parse("2026-11-20T23:50:00+08:00");
    List<LogConversation> log = new ArrayList<>();
    for (int i = 0; i < CONVERSATIONS; i++) {
      List<LogMessage> messages = new ArrayList<>();
      String agent = "店铺:客服" + i % 7;
      for (int turn = 0; turn < TURNS; turn++) {
        Example example = examples.get(random.nextInt(examples.size()));
        for (Turn said : example.conversation()) {
          at = at.plusSeconds(1 + random.nextInt(20));
          boolean buyers = said.role() == Turn.Role.BUYER;
          messages.add(
              new LogMessage(0, said.role(), buyers ? "买家" + i : agent, said.text(), at, false));
        }
        at = at.plusSeconds(1 + random.nextInt(20));
        messages.add(new LogMessage(0, Turn.Role.AGENT, agent, example.draft(), at, false));
      }
      log.add(new LogConversation("c" + i, "", messages));
    }
    return log;
  }

  private static void fields(LogMessage message, ObjectNode target) {
    target.put("role", role(message));
    target.put("sender", message.sender());
    target.put("text", message.text());
    target.put("at", time(message));
  }

  private static String role(LogMessage message) {
    return message.role().name().toLowerCase(Locale.ROOT);
  }

  private static String time(LogMessage message) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(message.at());
  }
}
