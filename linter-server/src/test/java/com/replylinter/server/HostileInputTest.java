package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are right but strange: endless conversations, scrambled turns, hostile pastes. */
final class HostileInputTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHORT_ANSWER = "加6个点就行";

  private final ObjectNode request = JSON.createObjectNode();
  private final ArrayNode turns = request.putArray("conversation");

  private HostileInputTest turn(String role, String text) {
    turns.addObject().put("role", role).put("text", text);
    return this;
  }

  private HostileInputTest turn(String role, String text, String time) {
    turns.addObject().put("role", role).put("text", text).put("at", "2026-11-22T" + time);
    return this;
  }

  private JsonNode lint(String draft) {
    return post("/v1/lint", draft);
  }

  private JsonNode post(String path, String draft) {
    HttpResponse<String> response = SERVER.post(path, request.put("draft", draft).toString());
    assertEquals(200, response.statusCode(), response::body);
    return TestServer.json(response);
  }

  /** The message that decided the only finding; -1 if none was needed, -2 if nothing was found. */
  private static int because(JsonNode report) {
    return report.path("findings").isEmpty() ? -2 : report.at("/findings/0/because/turn").asInt(-1);
  }

  @Test
  void aThousandTurnsAreReadToTheLast() {
    for (int i = 0; i < 998; i++) {
      turn(i % 2 == 0 ? "buyer" : "agent", "第" + i + "句，这款有货吗");
    }
    assertEquals(-2, because(lint(SHORT_ANSWER)));
    turn("buyer", "可以开票吗").turn("agent", "在的亲");

    JsonNode report = lint(SHORT_ANSWER);

    assertEquals("block", report.path("verdict").textValue());
    assertEquals(998, because(report));
  }

  @Test
  void aThousandQuestionsInARowAreAnsweredByTheLast() {
    for (int i = 0; i < 1_000; i++) {
      turn("buyer", "可以开票吗");
    }

    assertEquals(999, because(lint(SHORT_ANSWER)));
    assertEquals(1_000, post("/v1/explain", SHORT_ANSWER).at("/heard/asked").size());
  }

  @Test
  void turnsWithTimesMayComeInAnyOrder() {
    turn("agent", "在的亲", "10:00:03+08:00");
    turn("buyer", "可以开票吗", "02:00:02Z");
    turn("agent", "这款不错哦", "10:00:01+08:00");
    turn("buyer", "这款有货吗", "10:00:00+08:00");

    assertEquals(1, because(lint(SHORT_ANSWER)));
    assertEquals(
        TestServer.json("[0, 1, 2, 3]"), post("/v1/explain", SHORT_ANSWER).at("/heard/open"));
  }

  @Test
  void turnsOfTheSameTimeStayAsTheyCome() {
    turn("buyer", "可以开票吗", "10:00:00+08:00");
    turn("buyer", "这款有货吗", "10:00:00+08:00");
    turn("agent", "稍等", "10:00:00+08:00");

    assertEquals(0, because(lint(SHORT_ANSWER)));
    assertEquals(TestServer.json("[1, 0]"), post("/v1/explain", SHORT_ANSWER).at("/heard/asked"));
  }

  @Test
  void turnsOfWhichSomeHaveNoTimeAreTakenAsTheyCome() {
    turn("buyer", "可以开票吗", "10:00:00+08:00").turn("agent", "稍等").turn("bot", "请稍等");

    assertEquals(0, because(lint(SHORT_ANSWER)));
  }

  @Test
  void turnsWithoutTextSayNothing() {
    turn("buyer", "可以开票吗");
    for (int i = 0; i < 5; i++) {
      turn("agent", i % 2 == 0 ? "" : " \n\u3000");
    }
    turn("buyer", "");

    assertEquals(0, because(lint(SHORT_ANSWER)));
  }

  @Test
  void theBuyersOwnWordsAreADraftLikeAnyOther() {
    turn("buyer", SHORT_ANSWER);
    assertEquals(-2, because(lint(SHORT_ANSWER)));

    turn("buyer", "您加我微信吧");
    JsonNode report = lint("您加我微信吧");
    assertEquals("加我微信", report.at("/findings/0/matched").textValue());
    assertEquals(-1, because(report));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "加",
        "加微",
        "加微信",
        "不加微信",
        "不加微信，",
        "加我QQ。",
        "(",
        ")(",
        "“",
        "“‘",
        "“加微信”",
        "1",
        "1-",
        "1到",
        "12:",
        "加6个点",
        "扫一码",
        "\u200b加",
        "\ud83d",
        "👩‍👩‍👧‍👦",
        "a.b/",
        "\n",
        "，",
        "ﷺ"
      })
  void longestPastesAreAnsweredWithSpansOfTheDraft(String part) {
    String draft = part.repeat(20_000 / part.length() + 1).substring(0, 20_000);
    for (int i = 0; i < 3; i++) {
      turn("buyer", "可以开票吗" + part.repeat(1_000));
    }

    JsonNode report = lint(draft);

    assertTrue(report.path("complete").booleanValue());
    int end = 0;
    for (JsonNode finding : report.path("findings")) {
      assertTrue(finding.path("start").intValue() >= end, finding::toString);
      end = finding.path("end").intValue();
      assertEquals(
          draft.substring(finding.path("start").intValue(), end),
          finding.path("matched").textValue());
    }
    assertEquals(report.path("findings"), post("/v1/explain", draft).path("findings"));
  }
}
