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

/** What the shop and the day decide, by the bundled phrasebook. */
final class ShopTest {
  @RegisterExtension static final TestServer SERVER = TestServer.bundled();

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "特价款不支持七天无理由退货的哦亲 | {}                               | block | returns/refuse-7-day",
        "特价款不支持七天无理由退货的哦亲 | {\"custom\": true}               | pass  |",
        "特价款不支持七天无理由退货的哦亲 | {\"returnExempt\": true}         | pass  |",
        "近期单量太大，发货要七天左右哦   | {}                               | block | delivery/late-shipping",
        "近期单量太大，发货要七天左右哦   | {\"presale\": true}              | pass  |",
        "近期单量太大，发货要七天左右哦   | {\"custom\": true}               | pass  |",
        "可以为您开具盖章收据代替发票哦   | {}                               | block | invoice/receipt-instead",
        "可以为您开具盖章收据代替发票哦   | {\"platform\": \"taobao\"}       | warn  | invoice/receipt-instead",
        "亲，不支持货到付款哦             | {}                               | pass  |",
        "亲，不支持货到付款哦             | {\"cod\": true}                  | block | cod/refuse",
        "看这里 https://a-b.com/item/1    | {}                               | block | contact/other-shop-link",
        "看这里 https://a-b.com/item/1    | {\"itemLinks\": [\"a-b.com\"]}   | pass  |",
        "看这里 https://m.a-b.com/item/1  | {\"itemLinks\": [\"a-b.com\"]}   | pass  |",
        "看 https://detail.tmall.com/x    | {}                               | pass  |",
        "看 https://item.taobao.com/x     | {}                               | block | contact/other-shop-link",
        "看 https://item.taobao.com/x     | {\"platform\": \"taobao\"}       | pass  |",
      })
  void theShopDecides(String draft, String shop, String verdict, String rule) {
    JsonNode report = lint("{\"draft\": \"" + draft + "\", \"shop\": " + shop + "}");

    assertEquals(verdict, report.path("verdict").textValue(), report::toString);
    assertEquals(rule == null ? List.of() : List.of(rule), rules(report));
  }

  @Test
  void onTaobaoTheReasonSpeaksOfTaobao() {
    JsonNode finding =
        lint("{\"draft\": \"开票要加6个点的税点\", \"shop\": {\"platform\": \"taobao\"}}")
            .path("findings")
            .path(0);

    assertEquals("invoice/charge-tax-point", finding.path("rule").textValue());
    assertEquals(-1, finding.toString().indexOf("天猫"), finding::toString);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "付款后72小时内发货哦 | 2016-03-08 |                        |   |",
        "付款后72小时内发货哦 | 2017-06-24 |                        |   |",
        "付款后72小时内发货哦 | 2017-06-25 | delivery/late-shipping |   | 48小时内发货，逾期",
        "发货要七天左右哦     | 2016-03-08 | delivery/late-shipping |   | 72小时内发货",
        "发货要七天左右哦     | 2017-06-25 | delivery/late-shipping |   | 48小时内发货，逾期",
        "发货要七天左右哦     | 2019-04-30 | delivery/late-shipping |   | 48小时内发货，逾期",
        "发货要七天左右哦     | 2019-05-01 | delivery/late-shipping | 1 | 以红包发放",
        "发货要七天左右哦     | 2020-09-16 | delivery/late-shipping | 1 | 以红包发放",
        "发货要七天左右哦     | 2020-09-17 | delivery/late-shipping |   | 自动赔付5%（5至50元）；汽车",
        "发货要七天左右哦     | 2020-09-24 | delivery/late-shipping |   | 按缺货赔付30%",
        "五星好评返3元        | 2020-12-31 | review/cashback        |   |",
        "五星好评返3元        | 2024-08-31 | review/cashback        |   | 违规红线",
        "五星好评返3元        | 2024-09-01 | review/cashback        |   | 网络反不正当竞争规定",
        "您加我微信吧         | 2016-03-08 | contact/offsite-chat   |   | 不作维权凭证",
        "不支持信用卡的哦     | 2014-06-01 | credit-card/refuse     | 6 | 正文所列",
        "不支持信用卡的哦     | 2012-12-31 | credit-card/refuse     |   |",
        "特价款不支持七天无理由退货 | 2016-03-08 | returns/refuse-7-day |  | 消费者权益保护法",
      })
  void theDayDecides(String draft, String day, String rule, Integer points, String basis) {
    JsonNode report = lint("{\"draft\": \"" + draft + "\", \"at\": \"" + day + "\"}");

    assertEquals(rule == null ? List.of() : List.of(rule), rules(report));
    JsonNode penalty = report.path("findings").path(0).path("penalty");
    assertEquals(points == null ? 0 : points, penalty.path("points").intValue());
    String stated = penalty.path("basis").asText();
    assertTrue(basis == null ? stated.isEmpty() : stated.contains(basis), stated);
  }

  @Test
  void aReportOf2016SpeaksOfTheLimitOf2016() {
    String draft = "{\"draft\": \"发货要七天左右哦\", \"at\": \"2016-03-08\"}";
    JsonNode finding = lint(draft).path("findings").path(0);

    assertEquals("告知买家超过72小时才发货", finding.path("title").textValue());
    assertEquals(-1, finding.toString().indexOf("48小时"), finding::toString);
  }

  private static List<String> rules(JsonNode report) {
    return StreamSupport.stream(report.path("findings").spliterator(), false)
        .map(finding -> finding.path("rule").textValue())
        .distinct()
        .toList();
  }

  private static JsonNode lint(String request) {
    HttpResponse<String> response = SERVER.post("/v1/lint", request);
    assertEquals(200, response.statusCode(), response::body);
    return TestServer.json(response);
  }
}
