package com.replylinter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code linter lint --jsonl} as a program at the other end of a pipe sees it. */
class JsonLinesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static String book = "";

  @BeforeAll
  static void writeBook() {
    book = TestBook.in(folder).with("style/address.yaml", TestBook.ADDRESS).path();
  }

  @Test
  void answersInOrderAndPutsErrorsInTheirPlace() throws IOException {
    Cli cli =
        lint(
            """
            {"id": "a", "draft": "加我微信吧"}

            {"id": "b", "draft": "加我微信吧", "labels": []}
            not json
            {"id": "d", "draft": "在的哦"}\r
            \t
            {"id": "e", "draft": "全网最好"}""");

    List<JsonNode> answers = parse(cli.out());
    assertEquals(
        List.of(
            "a block",
            "b 有不认识的字段：labels。可用的字段：id, draft, conversation, shop, at。",
            "- 不是合法的 JSON（第 1 行第 1 列附近）。",
            "d pass",
            "e warn"),
        answers.stream()
            .map(
                json ->
                    json.path("id").asText("-")
                        + " "
                        + json.path("verdict").asText(json.path("error").asText()))
            .toList());
    assertEquals("", cli.err());
    assertEquals(Exit.USAGE, cli.exitCode());
  }

  @Test
  void explainsEachLine() throws IOException {
    Cli cli =
        Cli.runWithInput(
            "{\"id\": \"a\", \"draft\": \"不加微信\"}\nnot json\n{\"draft\": \"加微信\"}\n",
            "lint",
            "--jsonl",
            "--explain",
            "--phrasebook",
            book);

    List<JsonNode> answers = parse(cli.out());
    assertEquals("a", answers.get(0).path("id").asText());
    assertEquals("否定：“不”管住了“加微信”", answers.get(0).at("/candidates/0/dropped/reason").textValue());
    assertEquals("pass", answers.get(0).path("verdict").textValue());
    assertTrue(answers.get(1).has("error"));
    assertTrue(answers.get(2).at("/candidates/0/kept").booleanValue());
    assertEquals(Exit.USAGE, cli.exitCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | {"draft": "在的"}
          0 | {"draft": "你的快递"}
          0 | {"draft": "你的快递", "shop": {"off": ["style/*"]}}
          2 | {"draft": "你的快递", "shop": {"off": ["claims/*"]}}
          1 | {"draft": "加微信"}
          1 | {"draft": "全网最好"}
          2 | {"draft": ""}
          2 | {}
          0 |
          """)
  void exitCodes(int exitCode, String line) {
    assertEquals(exitCode, lint(line == null ? "" : line).exitCode());
  }

  @Test
  void oneBadByteSpoilsOneLineOnly() throws IOException {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.writeBytes("{\"id\": \"a\", \"draft\": \"在的\"}\n".getBytes(StandardCharsets.UTF_8));
    input.writeBytes("{\"id\": \"b\", \"draft\": \"é\"}\n".getBytes(StandardCharsets.ISO_8859_1));
    input.writeBytes("{\"id\": \"c\", \"draft\": \"在的\"}\n".getBytes(StandardCharsets.UTF_8));

    Cli cli = Cli.runWithInput(input.toByteArray(), "lint", "--jsonl", "--phrasebook", book);

    List<JsonNode> answers = parse(cli.out());
    assertEquals("a", answers.get(0).path("id").asText());
    assertEquals("不是合法的 UTF-8 文本，请用 UTF-8 编码。", answers.get(1).path("error").asText());
    assertEquals("c", answers.get(2).path("id").asText());
    assertEquals(3, answers.size());
  }

  @Test
  void hugeLinesAreRefusedWithoutBeingKept() throws IOException {
    String draft = "{\"draft\": \"" + "啊".repeat(20_001) + "\"}\n";
    String line = "x".repeat(JsonLines.MAX_LINE_BYTES + 1) + "\n";

    List<JsonNode> answers = parse(lint(draft + line + "{\"draft\": \"在的\"}\n").out());

    assertEquals("字段 draft 过长：20001 个字符，最多 20000 个。", answers.get(0).path("error").asText());
    assertEquals("内容过长，最多 8388608 字节。", answers.get(1).path("error").asText());
    assertEquals("pass", answers.get(2).path("verdict").asText());
  }

  @Test
  void hostileTextComesBackInValidJson() throws IOException {
    List<JsonNode> answers =
        parse(
            lint("{\"id\": \"\\ud800\\u0000\", \"draft\": \"\\udc00\\u0007加微信\\ud83d\"}\n").out());

    JsonNode finding = answers.get(0).at("/findings/0");
    assertEquals("\ud800\u0000", answers.get(0).path("id").textValue());
    assertEquals("加微信", finding.path("matched").textValue());
    assertEquals(2, finding.path("start").intValue());
    assertEquals(5, finding.path("end").intValue());
  }

  @Test
  void theConversationCounts() throws IOException {
    JsonNode answer =
        parse(
                lint("""
                        {"draft": "加我微信", "conversation": [{"role": "buyer", "text": "有微信吗"}],\
                         "shop": {"cod": true}, "at": "2012-01-01"}
                        """)
                    .out())
            .get(0);

    assertEquals("block", answer.path("verdict").asText());
    assertTrue(answer.at("/findings/0/penalty").isMissingNode(), "no penalty before 2013");
  }

  @Test
  void answersEachLineBeforeTheNextIsSent() throws Exception {
    PipedOutputStream toLinter = new PipedOutputStream();
    PipedInputStream requests = new PipedInputStream(toLinter, 1 << 16);
    PipedInputStream answers = new PipedInputStream(1 << 16);
    PrintStream fromLinter =
        new PrintStream(new PipedOutputStream(answers), false, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(requests, fromLinter, fromLinter, Map.of(), false);
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      Future<Integer> exitCode =
          threads.submit(() -> Main.run(terminal, "lint", "--jsonl", "--phrasebook", book));
      for (int i = 0; i < 3; i++) {
        String line = "{\"id\": \"" + i + "\", \"draft\": \"在的\"}\n";
        toLinter.write(line.getBytes(StandardCharsets.UTF_8));
        toLinter.flush();
        String answer = threads.submit(() -> readLine(answers)).get(60, TimeUnit.SECONDS);
        assertEquals(String.valueOf(i), JSON.readTree(answer).path("id").asText());
      }
      toLinter.close();
      assertEquals(Exit.CLEAN, exitCode.get(60, TimeUnit.SECONDS));
    } finally {
      threads.shutdownNow();
    }
  }

  private static Cli lint(String input) {
    return Cli.runWithInput(input, "lint", "--jsonl", "--phrasebook", book);
  }

  private static List<JsonNode> parse(String output) throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    for (String line : output.lines().toList()) {
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  private static String readLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
