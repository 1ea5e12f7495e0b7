package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that invite an offence, told before anything is typed. */
final class TrapsTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();
  @RegisterExtension static final TestServer BUNDLED = TestServer.bundled();

  private static final String ASKED = "{\"role\": \"buyer\", \"text\": \"亲，能开发票吗\"}";

  @Test
  void aQuestionAloneYieldsItsAnswer() {
    JsonNode report = lint("", "{\"role\": \"buyer\", \"text\": \"你好\"}, " + ASKED);

    assertEquals("pass", report.path("verdict").textValue());
    assertEquals(
        TestServer.json(
            """
            [{"rule": "trap/invoice", "title": "买家在问发票", "message": "买家在问发票，直接答应免费开具。",
              "why": "拒开发票要扣分。", "reply": "亲，可以开发票的，免费为您开具。", "because": {"turn": 1}}]
            """),
        report.path("traps"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "1 | -",
        "1 | {\"role\": \"agent\", \"text\": \"亲，在的\"}",
        "1 | {\"role\": \"agent\", \"text\": \"您好，欢迎光临小鹿旗舰店～\"}",
        "1 | {\"role\": \"bot\", \"text\": \"常见问题：发货时间、退换货\"}",
        "1 | {\"role\": \"system\", \"text\": \"您正在与客服小美沟通\"}",
        "1 | {\"role\": \"agent\", \"text\": \"稍等\"}, {\"role\": \"buyer\", \"text\": \"人呢\"}",
        "0 | {\"role\": \"agent\", \"text\": \"可以的\"}",
        "0 | {\"role\": \"agent\", \"text\": \"亲，可以的\"}",
        "0 | {\"role\": \"agent\", \"text\": \"可以的\"}, {\"role\": \"buyer\", \"text\": \"好\"}",
        "0 | {\"role\": \"agent\", \"text\": \"可以的\"}, {\"role\": \"agent\", \"text\": \"在的\"}",
      })
  void aGreetingIsBridgedAndAnAnswerEndsIt(int traps, String since) {
    JsonNode report = lint("", since == null ? ASKED : ASKED + ", " + since);

    assertEquals(traps, report.path("traps").size());
  }

  @ParameterizedTest
  @CsvSource({"加6个点就行, block", "这单送您一个小礼品, remind", "好的亲, pass"})
  void itStaysWhileTheReplyIsTypedAndNeverChangesTheVerdict(String draft, String verdict) {
    JsonNode report = lint(draft, ASKED);

    assertEquals(verdict, report.path("verdict").textValue());
    assertEquals(1, report.path("traps").size());
  }

  @ParameterizedTest
  @CsvSource({"false, 亲，本店目前没有开通货到付款", "true, 亲，支持货到付款的"})
  void theAnswerDependsOnTheShop(boolean cod, String start) {
    JsonNode trap =
        TestServer.json(
                BUNDLED.post(
                    "/v1/lint",
                    """
                    {"draft": "", "shop": {"cod": %s},
                     "conversation": [{"role": "buyer", "text": "能货到付款吗"}]}
                    """
                        .formatted(cod)))
            .path("traps")
            .path(0);

    assertEquals("trap/cod", trap.path("rule").textValue());
    String reply = trap.path("reply").asText();
    assertEquals(start, reply.substring(0, Math.min(start.length(), reply.length())));
  }

  private static JsonNode lint(String draft, String turns) {
    HttpResponse<String> response =
        SERVER.post(
            "/v1/lint", "{\"draft\": \"" + draft + "\", \"conversation\": [" + turns + "]}");
    assertEquals(200, response.statusCode(), response::body);
    return TestServer.json(response);
  }
}
