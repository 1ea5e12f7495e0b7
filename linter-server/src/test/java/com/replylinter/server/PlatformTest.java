package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds on other platforms, and how it is told there, by the bundled phrasebook. */
final class PlatformTest {
  @RegisterExtension static final TestServer SERVER = TestServer.bundled();

  @ParameterizedTest
  @CsvSource({"tmall, 旺旺", "jd, 咚咚", "pinduoduo, 拼多多聊天", "douyin, 飞鸽"})
  void theMessageNamesThePlatformsOwnChat(String platform, String chat) {
    JsonNode report = lint(platform, "您加我微信吧");
    JsonNode finding = report.path("findings").path(0);

    assertEquals("contact/offsite-chat", finding.path("rule").textValue());
    assertEquals(
        "您在把买家引到%s以外沟通，请改为就在%s里说清楚。".formatted(chat, chat), finding.path("message").asText());
    assertTrue(finding.path("rewrites").path(0).asText().contains(chat), finding::toString);
    assertTrue(report.path("rewritten").asText().contains(chat), report::toString);
    if (!platform.equals("tmall")) {
      assertFalse(report.toString().contains("旺旺"), report::toString);
      assertFalse(report.toString().contains("天猫"), report::toString);
      assertFalse(finding.has("penalty"), finding::toString);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // the chat of one platform is a foreign one on the other
        "tmall      | 您在旺旺上留言就好            | -                       | -",
        "jd         | 您加我旺旺吧                  | contact/offsite-chat    | 加我旺旺",
        "jd         | 您加我阿里旺旺吧              | contact/offsite-chat    | 加我阿里旺旺",
        "jd         | 您在咚咚上留言就好            | -                       | -",
        // its name is the shop's own, the others' are foreign
        "jd         | 在我们京东店里直接拍就好      | -                       | -",
        "jd         | 去我们天猫店拍更便宜          | contact/other-shop-link | 去我们天猫店拍",
        "tmall      | 去我们京东店拍更便宜          | contact/other-shop-link | 去我们京东店拍",
        "pinduoduo  | 去我们京东店拍更便宜          | contact/other-shop-link | 去我们京东店拍",
        // and so are links
        "jd         | 看 https://item.jd.com/1.html | -                       | -",
        "tmall      | 看 https://item.jd.com/1.html | contact/other-shop-link | https://item.jd.com/1.html",
        "jd         | 看 https://item.taobao.com/x  | contact/other-shop-link | https://item.taobao.com/x",
        "douyin     | 看 https://v.douyin.com/abc   | -                       | -",
        "pinduoduo  | 看 https://v.douyin.com/abc   | contact/other-shop-link | https://v.douyin.com/abc",
        // what is Tmall's alone is silent
        "jd         | 开票要加6个点的税点           | -                       | -",
        "jd         | 特价款不支持七天无理由退货    | -                       | -",
        "jd         | 不支持支付宝的哦              | -                       | -",
        "jd         | 差的十块您微信转我            | payment/offline-transfer | 十块您微信转我",
        "douyin     | 五星好评返3元                 | review/cashback         | 好评返3元",
      })
  void whatHoldsWhere(String platform, String draft, String rule, String matched) {
    JsonNode finding = lint(platform, draft).path("findings").path(0);

    assertEquals(rule, finding.path("rule").textValue(), finding::toString);
    String found = finding.path("matched").asText();
    assertTrue(matched == null ? found.isEmpty() : found.contains(matched), finding::toString);
    assertEquals(matched == null ? -1 : draft.indexOf(found), finding.path("start").asInt(-1));
  }

  @Test
  void onlyTheLawHasPenaltiesElsewhere() {
    JsonNode penalty = lint("jd", "五星好评返3元").path("findings").path(0).path("penalty");

    assertEquals("网络反不正当竞争规定，罚款二十万元至二百万元", penalty.path("basis").textValue());
    assertFalse(penalty.path("sourcesDiffer").booleanValue());
  }

  @ParameterizedTest
  @CsvSource({"tmall, 能开发票吗, 1", "jd, 能开发票吗, 0", "jd, 加个微信吧, 1", "jd, 加你旺旺行吗, 1"})
  void trapsHoldWhereTheirRulesDo(String platform, String question, int traps) {
    JsonNode report = ask(platform, question, "");

    assertEquals(traps, report.path("traps").size());
    if (platform.equals("jd") && traps > 0) {
      assertTrue(report.path("traps").path(0).path("reply").asText().contains("咚咚"));
    }
  }

  @Test
  void theQuestionIsReadInThePlatformsTermsToo() {
    assertEquals("block", ask("jd", "加你旺旺可以吗", "可以").path("verdict").textValue());
    assertEquals("pass", ask("tmall", "在旺旺上说可以吗", "可以").path("verdict").textValue());
  }

  private static JsonNode lint(String platform, String draft) {
    return send("{\"draft\": \"%s\", \"shop\": {\"platform\": \"%s\"}}".formatted(draft, platform));
  }

  private static JsonNode ask(String platform, String question, String draft) {
    return send(
        """
        {"draft": "%s", "shop": {"platform": "%s"},
         "conversation": [{"role": "buyer", "text": "%s"}]}
        """
            .formatted(draft, platform, question));
  }

  private static JsonNode send(String request) {
    HttpResponse<String> response = SERVER.post("/v1/lint", request);
    assertEquals(200, response.statusCode(), response::body);
    return TestServer.json(response);
  }
}
