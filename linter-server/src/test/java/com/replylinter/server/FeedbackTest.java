package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.replylinter.server.audit.AuditSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What agents tell about findings: taken, kept, shown. */
final class FeedbackTest {
  private static final String WITH_TEXTS =
      """
      {"kind": "missed", "note": "这句该拦", "draft": "加我薇信聊",
       "conversation": [{"role": "buyer", "text": "能便宜吗", "at": "2026-11-22T10:21:33+08:00"}]}
      """;

  @TempDir Path folder;
  private TestServer server = new TestServer();

  @BeforeEach
  void start() throws ServerStartException {
    start(false);
  }

  private void start(boolean keepTexts) throws ServerStartException {
    server =
        TestServer.of(
            new ServerOptions(
                "127.0.0.1",
                0,
                TestServer.book(),
                folder,
                AuditSettings.DEFAULT,
                keepTexts,
                Access.LOCAL));
  }

  @AfterEach
  void stop() {
    server.running().close();
  }

  @Test
  void aFalseAlarmIsKeptAndShown() {
    JsonNode answer =
        created(
            "/v1/feedback",
            """
            {"kind": "false-alarm", "rule": "contact/offsite-chat", "start": 1, "end": 4,
             "note": "说的是<b>微信</b>支付😀", "agent": "小美", "phrasebook": "2026.11.22-3f9c1a"}
            """);

    JsonNode entry = entries("").path(0);
    assertEquals(answer.path("id"), entry.path("id"));
    assertTrue(answer.path("id").isTextual());
    assertFalse(answer.path("textStored").booleanValue());
    assertEquals("false-alarm", entry.path("kind").textValue());
    assertEquals("contact/offsite-chat", entry.path("rules").path(0).textValue());
    assertEquals(1, entry.path("start").intValue());
    assertEquals(4, entry.path("end").intValue());
    assertEquals("说的是<b>微信</b>支付😀", entry.path("note").textValue());
    assertEquals("小美", entry.path("agent").textValue());
    assertEquals("2026.11.22-3f9c1a", entry.path("phrasebook").textValue());
    assertTrue(entry.path("at").textValue().endsWith("Z"), entry::toString);
  }

  @Test
  void anOverrideIsKeptAndShown() {
    created(
        "/v1/overrides",
        """
        {"verdict": "block", "rules": ["invoice/charge-tax-point", "contact/offsite-chat"],
         "reason": "买家自己要求的", "supervisor": "A07", "agent": "小美", "offline": true}
        """);

    JsonNode entry = entries("").path(0);
    assertEquals("override", entry.path("kind").textValue());
    assertEquals("block", entry.path("verdict").textValue());
    assertEquals(2, entry.path("rules").size());
    assertEquals("买家自己要求的", entry.path("reason").textValue());
    assertEquals("A07", entry.path("supervisor").textValue());
    assertTrue(entry.path("offline").booleanValue());
  }

  @Test
  void textsAreDroppedUnlessTheOperatorKeepsThem() throws Exception {
    assertFalse(created("/v1/feedback", WITH_TEXTS).path("textStored").booleanValue());
    JsonNode dropped = entries("").path(0);
    assertEquals("这句该拦", dropped.path("note").textValue());
    assertFalse(dropped.has("draft"), dropped::toString);
    assertFalse(dropped.has("conversation"), dropped::toString);
    stop();
    for (byte[] file : files()) {
      assertFalse(contains(file, "加我薇信聊"));
    }

    start(true);

    assertTrue(created("/v1/feedback", WITH_TEXTS).path("textStored").booleanValue());
    assertFalse(
        created("/v1/feedback", "{\"kind\": \"missed\"}").path("textStored").booleanValue());
    JsonNode kept = entries("").path(1);
    assertEquals("加我薇信聊", kept.path("draft").textValue());
    assertEquals("buyer", kept.at("/conversation/0/role").textValue());
    assertEquals("能便宜吗", kept.at("/conversation/0/text").textValue());
    assertEquals("2026-11-22T10:21:33+08:00", kept.at("/conversation/0/at").textValue());
  }

  @Test
  void entriesOutliveTheService() throws Exception {
    created("/v1/feedback", "{\"kind\": \"missed\", \"note\": \"一\"}");
    stop();
    start(false);
    created("/v1/feedback", "{\"kind\": \"missed\", \"note\": \"二\"}");

    assertEquals(List.of("一", "二"), entries("").findValuesAsText("note"));
  }

  @Test
  void theListCanBeNarrowedAndPaged() {
    for (int i = 0; i < 5; i++) {
      created("/v1/feedback", "{\"kind\": \"missed\", \"note\": \"漏" + i + "\"}");
    }
    created("/v1/feedback", "{\"kind\": \"false-alarm\", \"rule\": \"cod/refuse\"}");
    created("/v1/overrides", "{\"rules\": [\"promise/gift\", \"cod/refuse\"]}");

    assertEquals(5, entries("?kind=missed").size());
    assertEquals(2, entries("?rule=cod/refuse").size());
    assertEquals(1, entries("?rule=cod/refuse&kind=override").size());
    assertEquals(7, entries("?since=2026-11-01").size());
    assertEquals(0, entries("?since=2999-01-01").size());
    assertEquals(0, entries("?since=2999-01-01T00:00:00%2B08:00").size());

    List<String> seen = new ArrayList<>();
    String next = "0";
    while (!next.isEmpty()) {
      JsonNode page = TestServer.json(server.get("/v1/feedback?limit=2&kind=missed&after=" + next));
      seen.addAll(page.path("entries").findValuesAsText("note"));
      next = page.path("next").asText("");
    }
    assertEquals(List.of("漏0", "漏1", "漏2", "漏3", "漏4"), seen);
    assertFalse(TestServer.json(server.get("/v1/feedback?limit=7")).has("next"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "/v1/feedback  | {}                                                   | 400 | /kind",
        "/v1/feedback  | {\"kind\": \"override\"}                             | 400 | /kind",
        "/v1/feedback  | {\"kind\": \"false-alarm\"}                          | 400 | /rule",
        "/v1/feedback  | {\"kind\": \"missed\", \"rule\": \"加微信\"}         | 422 | /rule",
        "/v1/feedback  | {\"kind\": \"missed\", \"start\": 3}                 | 422 | /end",
        "/v1/feedback  | {\"kind\": \"missed\", \"start\": 3, \"end\": 2}     | 422 | /end",
        "/v1/feedback  | {\"kind\": \"missed\", \"start\": -1, \"end\": 2}    | 400 | /start",
        "/v1/feedback  | {\"kind\": \"missed\", \"reason\": \"x\"}            | 400 | /reason",
        "/v1/feedback  | {\"kind\": \"missed\", \"conversation\": [{\"role\": \"x\", \"text\": \"\"}]}"
            + " | 400 | /conversation/0/role",
        "/v1/overrides | {\"verdict\": \"bad\"}                               | 400 | /verdict",
        "/v1/overrides | {\"rules\": [\"promise/gift\", \"x\"]}               | 422 | /rules/1",
        "/v1/overrides | {\"offline\": \"yes\"}                               | 400 | /offline",
        "/v1/overrides | {\"kind\": \"missed\"}                               | 400 | /kind",
      })
  void whatMakesNoSenseIsRefusedByName(String path, String body, int status, String field) {
    HttpResponse<String> refused = server.post(path, body);

    assertEquals(status, refused.statusCode(), refused::body);
    assertEquals(field, TestServer.json(refused).path("field").textValue());
    assertEquals(0, entries("").size());
  }

  @Test
  void lengthsAreBounded() {
    String longNote = "{\"kind\": \"missed\", \"note\": \"" + "长".repeat(2_001) + "\"}";

    HttpResponse<String> refused = server.post("/v1/feedback", longNote);

    assertEquals(413, refused.statusCode());
    assertEquals("/note", TestServer.json(refused).path("field").textValue());
    assertFalse(refused.body().contains("长长"), refused::body);
  }

  @ParameterizedTest
  @CsvSource({
    "kind=gossip, kind",
    "rule=x, rule",
    "since=yesterday, since",
    "after=x, after",
    "limit=0, limit",
    "limit=1001, limit",
    "sort=at, sort"
  })
  void aQueryThatMakesNoSenseIsRefused(String query, String named) {
    HttpResponse<String> refused = server.get("/v1/feedback?" + query);

    assertEquals(400, refused.statusCode());
    assertTrue(TestServer.json(refused).path("detail").textValue().contains(named), refused::body);
  }

  @Test
  void withoutAFolderItSaysWhatIsMissing() throws Exception {
    try (LinterServer forgetful = LinterServer.start(TestServer.options(TestServer.book()))) {
      TestServer other = TestServer.of(forgetful);
      for (HttpResponse<String> refused :
          List.of(
              other.get("/v1/feedback"),
              other.post("/v1/feedback", "{\"kind\": \"missed\"}"),
              other.post("/v1/overrides", "{}"))) {
        assertEquals(409, refused.statusCode());
        assertTrue(TestServer.json(refused).path("detail").textValue().contains("--data"));
      }
    }
  }

  private List<byte[]> files() throws IOException {
    List<byte[]> contents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.add(Files.readAllBytes(file));
      }
    }
    assertFalse(contents.isEmpty());
    return contents;
  }

  private static boolean contains(byte[] bytes, String text) {
    String sought = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(sought);
  }

  private JsonNode created(String path, String body) {
    HttpResponse<String> answer = server.post(path, body);
    assertEquals(201, answer.statusCode(), answer::body);
    return TestServer.json(answer);
  }

  private JsonNode entries(String query) {
    HttpResponse<String> answer = server.get("/v1/feedback" + query);
    assertEquals(200, answer.statusCode(), answer::body);
    return TestServer.json(answer).path("entries");
  }
}
