package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code POST /v1/lint} finds. */
final class LintTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  @Test
  void reportsEverythingTheContractNames() {
    JsonNode report =
        lint("{\"id\": \"c1\", \"draft\": \"亲,开发票要加6个点的税点哦\", \"at\": \"2026-11-22\"}");

    assertEquals("c1", report.path("id").textValue());
    assertEquals("block", report.path("verdict").textValue());
    assertTrue(report.path("complete").booleanValue());
    assertTrue(report.path("phrasebook").textValue().matches("\\d{4}(\\.\\d\\d){2}-[0-9a-f]{6}"));
    assertEquals(1, report.path("findings").size());
    JsonNode finding = report.path("findings").path(0);
    assertEquals("invoice/charge-tax-point", finding.path("rule").textValue());
    assertEquals("向买家收取税点", finding.path("title").textValue());
    assertEquals("block", finding.path("severity").textValue());
    assertEquals(6, finding.path("start").intValue());
    assertEquals(13, finding.path("end").intValue());
    assertEquals("加6个点的税点", finding.path("matched").textValue());
    assertEquals("您在要求买家承担税点，请改为免费开票。", finding.path("message").textValue());
    assertEquals("商家须按实付金额免费开具发票，不得另收税点或税费。", finding.path("why").textValue());
    assertEquals(6, finding.path("penalty").path("points").intValue());
    assertEquals("违背承诺·发票", finding.path("penalty").path("basis").textValue());
    assertTrue(finding.path("penalty").path("sourcesDiffer").booleanValue());
    assertEquals(2, finding.path("rewrites").size());
    assertEquals(
        finding.path("rewrites").path(0).textValue(), report.path("rewritten").textValue());
    assertTrue(report.path("traps").isArray());
  }

  @Test
  void theDayDecidesThePenalty() {
    JsonNode report = lint("{\"draft\": \"要加6个点的税点\", \"at\": \"2012-12-31\"}");

    JsonNode penalty = report.path("findings").path(0).path("penalty");
    assertEquals(4, penalty.path("points").intValue());
    assertFalse(penalty.path("sourcesDiffer").booleanValue());
  }

  @Test
  void theConversationDecidesAShortAnswer() {
    String draft = "加6个点就行";
    JsonNode alone = lint("{\"draft\": \"" + draft + "\"}");
    JsonNode asked =
        lint(
            "{\"draft\": \"%s\", \"conversation\": [{\"role\": \"buyer\", \"text\": \"可以开票吗\"}]}"
                .formatted(draft));

    assertEquals("pass", alone.path("verdict").textValue());
    assertEquals("block", asked.path("verdict").textValue());
    assertEquals(0, asked.path("findings").path(0).path("because").path("turn").intValue());
  }

  @Test
  void aPromiseIsToldAsData() {
    JsonNode report = lint("{\"draft\": \"这单送您一个小礼品\"}");

    assertEquals(
        "{\"type\":\"gift\",\"what\":\"小礼品\"}", report.at("/findings/0/commitment").toString());
  }

  @Test
  void theShopDecidesTheRule() {
    String draft = "亲，不支持货到付款哦";
    JsonNode closed = lint("{\"draft\": \"" + draft + "\"}");
    JsonNode open = lint("{\"draft\": \"" + draft + "\", \"shop\": {\"cod\": true}}");

    assertEquals("pass", closed.path("verdict").textValue());
    assertEquals("block", open.path("verdict").textValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"promise/gift", "promise/*"})
  void theShopSwitchesRemindersOff(String off) {
    String draft = "{\"draft\": \"这单送您一个小礼品\", \"shop\": {\"off\": [%s]}}";

    assertEquals("remind", lint(draft.formatted("")).path("verdict").textValue());
    assertEquals("pass", lint(draft.formatted("\"" + off + "\"")).path("verdict").textValue());
  }

  @ParameterizedTest
  @CsvSource({
    "谢谢您的支持, pass",
    "这单送您一个小礼品, remind",
    "明天一定给您发货哦, warn",
    "您加我微信吧, block",
  })
  void theVerdictIsTheGravestSeverity(String draft, String verdict) {
    assertEquals(verdict, lint("{\"draft\": \"" + draft + "\"}").path("verdict").textValue());
  }

  @Test
  void offsetsCountUtf16UnitsOfTheDraftAsSent() {
    JsonNode finding =
        lint("{\"draft\": \"👍🏻\\ud83d\\ude00您加\\u200b我微信吧\"}").path("findings").path(0);

    assertEquals(7, finding.path("start").intValue());
    assertEquals(12, finding.path("end").intValue());
    assertEquals("加\u200b我微信", finding.path("matched").textValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "half a pair \\ud800 here",
        "\\udc00",
        "nul \\u0000 and bell \\u0007 and escape \\u001b",
        "Guten Tag, Ihr Paket ist unterwegs.",
        "こんにちは、ありがとうございます",
        "안녕하세요 고객님",
        "مرحبا بكم في متجرنا",
        "   \\n\\t  ",
        "\\u202e gnirts desrever \\u2066",
        "<script>alert(1)</script>",
        "'; drop table rules; --",
        "{{7*7}} ${7*7} %s %n",
        "\\ufeff\\ufffe\\uffff",
        "🏳️‍🌈👩‍👩‍👧‍👦",
      })
  void strangeTextIsLintedAndClean(String escaped) {
    JsonNode report = lint("{\"id\": \"" + escaped + "\", \"draft\": \"" + escaped + "\"}");

    assertEquals("pass", report.path("verdict").textValue());
    assertTrue(report.path("complete").booleanValue());
    assertEquals(TestServer.json("\"" + escaped + "\"").textValue(), report.path("id").textValue());
  }

  @Test
  void aLoneSurrogateInsideAMatchedTextStaysValidUtf8() {
    JsonNode finding = lint("{\"draft\": \"\\ud800您加我微信吧\"}").path("findings").path(0);

    assertEquals(2, finding.path("start").intValue());
    assertEquals("加我微信", finding.path("matched").textValue());
  }

  @Test
  void theLongestDraftIsLinted() {
    String draft = "谢".repeat(19_996) + "加我微信";
    JsonNode report = lint("{\"draft\": \"" + draft + "\"}");

    assertEquals(20_000, report.path("findings").path(0).path("end").intValue());
  }

  @Test
  void aByteOrderMarkAndACharsetAreFine() {
    HttpResponse<String> response =
        SERVER.send(
            SERVER
                .request("/v1/lint")
                .header("Content-Type", "application/JSON; Charset=\"UTF-8\"")
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofString("\ufeff{\"draft\": \"好\"}")));

    assertEquals(200, response.statusCode());
  }

  @Test
  void requestsAtOnceDoNotDisturbEachOther() throws InterruptedException, ExecutionException {
    List<Future<Boolean>> answers = new ArrayList<>();
    ExecutorService clients = Executors.newFixedThreadPool(16);
    try {
      for (int i = 0; i < 400; i++) {
        int number = i;
        answers.add(clients.submit(() -> isAnsweredRight(number)));
      }
      for (Future<Boolean> answer : answers) {
        assertTrue(answer.get());
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private static boolean isAnsweredRight(int number) {
    boolean offends = number % 3 == 0;
    String before = "您".repeat(number % 40);
    JsonNode report =
        lint(
            "{\"id\": \"%d\", \"draft\": \"%s%s\"}"
                .formatted(number, before, offends ? "加我微信" : "谢谢"));
    return report.path("id").textValue().equals(Integer.toString(number))
        && report.path("findings").size() == (offends ? 1 : 0)
        && (!offends
            || report.path("findings").path(0).path("start").intValue() == before.length());
  }

  private static JsonNode lint(String request) {
    HttpResponse<String> response = SERVER.post("/v1/lint", request);
    assertEquals(200, response.statusCode(), response::body);
    assertEquals("application/json", TestServer.type(response));
    return TestServer.json(response);
  }
}
