package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shop decides, by the bundled phrasebook. */
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
