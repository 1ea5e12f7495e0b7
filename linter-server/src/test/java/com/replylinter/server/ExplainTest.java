package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code POST /v1/explain} tells. */
final class ExplainTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id": "c1", "draft": "亲，开发票要加6个点的税点，不支持货到付款，不加微信"}
          {"draft": "加6个点", "conversation": [{"role": "buyer", "text": "可以开票吗"}]}
          {"draft": "不支持货到付款", "shop": {"cod": true}, "at": "2012-12-31"}
          {"draft": "\\ud800加微信"}
          {"draft": " "}
          """)
  void hasEveryFieldOfTheReport(String request) {
    JsonNode report = TestServer.json(SERVER.post("/v1/lint", request));
    JsonNode explanation = explain(request);

    report
        .properties()
        .forEach(field -> assertEquals(field.getValue(), explanation.path(field.getKey())));
  }

  @Test
  void tellsEveryCandidateKeptOrDropped() {
    JsonNode explanation = explain("{\"draft\": \"亲，不支持货到付款，不加微信，加我QQ\"}");

    assertEquals(
        List.of(
            "cod/refuse 2-9 不支持货到付款 <不支持货到付款> 店铺未开通货到付款（shop.cod=false）",
            "contact/offsite-chat 11-14 加微信 <{加|加我}{微信|QQ}> 否定：“不”管住了“加微信”",
            "contact/offsite-chat 15-19 加我QQ <{加|加我}{微信|QQ}> kept"),
        StreamSupport.stream(explanation.path("candidates").spliterator(), false)
            .map(
                each ->
                    each.path("rule").textValue()
                        + " "
                        + each.path("start")
                        + "-"
                        + each.path("end")
                        + " "
                        + each.path("matched").textValue()
                        + " <"
                        + each.at("/foundBy/pattern").textValue()
                        + "> "
                        + (each.path("kept").booleanValue()
                            ? "kept"
                            : each.at("/dropped/reason").textValue()))
            .toList());
    assertEquals("shop", explanation.at("/candidates/0/dropped/cause").textValue());
    assertEquals("亲,不支持货到付款,不加微信,加我qq", explanation.path("normalized").textValue());
    assertEquals(4, explanation.path("clauses").size());
    JsonNode tokens = explanation.path("tokens");
    assertEquals(
        TestServer.json("{\"start\": 17, \"end\": 19, \"text\": \"qq\"}"),
        tokens.path(tokens.size() - 1));
    assertEquals("分词边界没有改变任何结论。", explanation.at("/boundaries/summary").textValue());
  }

  @Test
  void tellsWhatWasHeard() {
    JsonNode explanation =
        explain(
            """
            {"draft": "加6个点就行", "conversation": [
              {"role": "buyer", "text": "可以开票吗"}, {"role": "agent", "text": "在的"}]}
            """);

    assertEquals(
        TestServer.json(
            """
            {"asked": [0], "open": [1, 0], "questions": [{"pattern": "<开票吗>", "turn": 0}],
             "topics": []}
            """),
        explanation.path("heard"));
    assertEquals("<开票吗>", explanation.at("/candidates/0/foundBy/asked").textValue());
    assertEquals(0, explanation.at("/candidates/0/because/turn").intValue());
  }

  @Test
  void tellsWhatTheBoundariesChanged() {
    JsonNode boundaries = explain("{\"draft\": \"打扫号码牌\"}").path("boundaries");

    assertEquals("扫号码", boundaries.at("/changes/0/matched").textValue());
    assertEquals(false, boundaries.at("/changes/0/kept").booleanValue());
    assertTrue(boundaries.path("summary").textValue().contains("会多报 contact/offsite-chat"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{", "{\"draft\": \"好\", \"why\": true}", "{\"draft\": \"\"}"})
  void refusesWhatLintRefuses(String request) {
    HttpResponse<String> lint = SERVER.post("/v1/lint", request);
    HttpResponse<String> explain = SERVER.post("/v1/explain", request);

    assertEquals(lint.statusCode(), explain.statusCode());
    assertEquals(lint.body(), explain.body());
    assertEquals("application/problem+json", TestServer.type(explain));
  }

  @Test
  void findingsOfExplanationsAreNotCounted() {
    String before = offsiteFindings();
    explain("{\"draft\": \"加微信\"}");

    assertEquals(before, offsiteFindings());
  }

  private static String offsiteFindings() {
    return SERVER
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.contains("contact/offsite-chat"))
        .toList()
        .toString();
  }

  private static JsonNode explain(String request) {
    HttpResponse<String> response = SERVER.post("/v1/explain", request);
    assertEquals(200, response.statusCode(), response::body);
    assertEquals("application/json", TestServer.type(response));
    return TestServer.json(response);
  }
}
