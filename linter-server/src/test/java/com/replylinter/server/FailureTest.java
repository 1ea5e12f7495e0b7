package com.replylinter.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.replylinter.Linter;
import com.replylinter.token.Tokenizer;
import com.replylinter.token.Tokenizer.TokenizerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What happens when a part of the service fails, and what is logged of it. */
final class FailureTest {
  private static final String SECRET = "王小明的手机是13800001111";

  /** A single character must be a word of its own: the segmenter is asked. */
  private static final String DRAFT = "{\"id\": \"x\", \"draft\": \"" + SECRET + "，您扫一下码\"}";

  private static final String FORM =
      TestServer.form("language", "zh-CN", "text", SECRET + "，您扫一下码");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PrintStream console = System.out;

  /** Logs everything there is to log, where the test can read it. */
  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    root.setLevel(Level.DEBUG);
  }

  @AfterEach
  void stopListening() {
    root.setLevel(Level.WARN);
    System.setOut(console);
  }

  @Test
  void aFailedSegmenterMakesTheReportIncomplete() throws Exception {
    Tokenizer broken =
        text -> {
          throw new TokenizerException(new IOException("no dictionary"));
        };
    try (LinterServer server = listen(broken)) {
      JsonNode report = TestServer.json(post(server, "/v1/lint", "application/json", DRAFT));

      assertFalse(report.path("complete").booleanValue());
      assertTrue(get(server, "/metrics").contains("linter_incomplete_total 1.0"));
      JsonNode answer = TestServer.json(get(server, "/v2/check?c=1&" + FORM));
      assertTrue(answer.at("/warnings/incompleteResults").booleanValue(), answer::toString);
    }
  }

  @Test
  void anExceptionIsAnInternalErrorWithoutATrace() throws Exception {
    Tokenizer broken =
        text -> {
          throw new IllegalStateException("at " + text);
        };
    try (LinterServer server = listen(broken)) {
      assertInternal(post(server, "/v1/lint", "application/json", DRAFT));
      HttpResponse<String> languageTool = post(server, "/v2/check", "text/plain", FORM);
      assertEquals(500, languageTool.statusCode());
      assertTrue(languageTool.body().startsWith("Error: 错误已记录，编号 "), languageTool::body);

      HttpResponse<String> batch =
          post(server, "/v1/lint/batch", "application/x-ndjson", DRAFT + "\n{\"draft\": \"好的\"}\n");
      List<JsonNode> answers = batch.body().lines().map(TestServer::json).toList();
      assertEquals(2, answers.size());
      assertEquals("x", answers.get(0).path("id").textValue());
      assertTrue(answers.get(0).path("error").textValue().startsWith("服务内部出错"));
      assertEquals("pass", answers.get(1).path("verdict").textValue());
    }
    assertTrue(logged().contains("IllegalStateException"));
    assertFalse(logged().contains("王小明"));
    assertFalse(logged().contains("13800001111"));
  }

  @Test
  void anErrorIsAnInternalErrorToo() throws Exception {
    Tokenizer broken =
        text -> {
          throw new StackOverflowError(text);
        };
    try (LinterServer server = listen(broken)) {
      assertInternal(post(server, "/v1/lint", "application/json", DRAFT));
      assertEquals("{\"status\":\"ok\"}", get(server, "/healthz"));
    }
    assertTrue(logged().contains("StackOverflowError"));
    assertFalse(logged().contains("13800001111"));
  }

  @Test
  void noTextIsLoggedInDaysWithoutFailure() throws Exception {
    try (LinterServer server = LinterServer.start(TestServer.options(TestServer.book()))) {
      post(server, "/v1/lint", "application/json", DRAFT);
      post(server, "/v1/lint", "application/json", DRAFT + "}");
      post(server, "/v1/lint", "application/json", DRAFT.replace("draft", "text"));
      post(server, "/v1/lint", "text/plain", DRAFT);
      post(server, "/v1/lint/batch", "application/json", "[" + DRAFT + "]");
      post(server, "/v1/lint/batch", "application/x-ndjson", DRAFT + "\n" + DRAFT + "}");
      post(server, "/v2/check", "application/x-www-form-urlencoded", FORM);
    }
    assertTrue(logged().contains("POST /v1/lint"), "the log is read");
    assertFalse(logged().contains("王小明"));
    assertFalse(logged().contains("13800001111"));
  }

  @Test
  void anAuditThatFailsIsLoggedWithoutItsTexts() throws Exception {
    Tokenizer broken =
        text -> {
          throw new IllegalStateException("at " + text);
        };
    byte[] secret = AuditService.log(SECRET + "，您扫一下码");
    try (LinterServer server = listen(broken)) {
      String address = "/v1/audit?name=log.jsonl";
      HttpResponse<String> accepted =
          post(server, address, "application/octet-stream", new String(secret, UTF_8));
      String job = "/v1/audit/" + AuditService.id(accepted);
      JsonNode failed =
          AuditService.awaited(
              () -> TestServer.json(get(server, job)),
              told -> told.path("state").asText().equals("failed"));
      String error = failed.path("error").textValue();
      assertTrue(error.startsWith("服务出错，没有查完。错误已记录，编号 "), error);
      String incident = error.replaceFirst(".*编号 ([-0-9a-f]+)。.*", "$1");
      assertTrue(logged().contains("incident " + incident), "the failure is logged");
    }
    assertTrue(logged().contains("IllegalStateException"));
    assertFalse(logged().contains("王小明"));
    assertFalse(logged().contains("13800001111"));
  }

  /** Some of LanguageTool's clients send the text there; Jetty logs addresses at DEBUG. */
  @Test
  void noTextInAnAddressIsLoggedAboveDebug() throws Exception {
    root.setLevel(Level.INFO);
    Tokenizer broken =
        text -> {
          throw new IllegalStateException("at " + text);
        };
    try (LinterServer server = listen(broken)) {
      assertTrue(get(server, "/v2/check?" + FORM).startsWith("Error: 错误已记录"));
      assertTrue(get(server, "/v2/check?mode=none&" + FORM).startsWith("Error: Invalid value"));
    }
    assertTrue(logged().contains("GET /v2/check"), "the log is read");
    assertFalse(logged().contains("13800001111"));
  }

  private static LinterServer listen(Tokenizer tokenizer) throws ServerStartException {
    LiveBook sound = LiveBook.load(TestServer.book());
    LiveBook broken = new LiveBook(Linter.of(sound.phrasebook(), tokenizer), sound.quarantined());
    return LinterServer.listen(
        TestServer.options(null), CompletableFuture.completedFuture(broken), TestServer.storage());
  }

  private static void assertInternal(HttpResponse<String> response) {
    assertEquals(500, response.statusCode());
    assertEquals("application/problem+json", TestServer.type(response));
    JsonNode problem = TestServer.json(response);
    assertEquals("urn:reply-linter:problem:internal", problem.path("type").textValue());
    assertTrue(problem.path("detail").textValue().startsWith("错误已记录，编号 "));
    assertFalse(response.body().contains("com.replylinter"));
    assertFalse(response.body().contains("王小明"));
  }

  private String logged() {
    return log.toString(StandardCharsets.UTF_8);
  }

  private HttpResponse<String> post(LinterServer server, String path, String type, String body)
      throws IOException, InterruptedException {
    return client.send(
        request(server, path)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private String get(LinterServer server, String path) {
    try {
      return client
          .send(request(server, path).build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
          .body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpRequest.Builder request(LinterServer server, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }
}
