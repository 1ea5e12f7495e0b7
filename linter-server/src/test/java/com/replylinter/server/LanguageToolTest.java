package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program that was written for LanguageTool is told. */
final class LanguageToolTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static final String DRAFT = "亲,开发票要加6个点的税点哦";

  @Test
  void aFindingIsAMatch() {
    JsonNode answer = check("language", "zh-CN", "text", DRAFT);
    JsonNode match = answer.path("matches").path(0);

    assertEquals(1, answer.path("matches").size());
    assertEquals("您在要求买家承担税点，请改为免费开票。", match.path("message").textValue());
    assertEquals("向买家收取税点", match.path("shortMessage").textValue());
    assertEquals("加6个点的税点", marked(match, DRAFT));
    assertEquals(2, match.path("replacements").size());
    assertEquals("亲，价格里已经含税，发票可以免费开，请把抬头发给我哦。", match.at("/replacements/1/value").textValue());
    assertEquals(DRAFT, match.at("/context/text").textValue());
    assertEquals(DRAFT, match.path("sentence").textValue());
    assertEquals("Other", match.at("/type/typeName").textValue());
    assertEquals("INVOICE_CHARGE_TAX_POINT", match.at("/rule/id").textValue());
    assertEquals("INVOICE", match.at("/rule/category/id").textValue());
    assertEquals("invoice/charge-tax-point", match.at("/rule/rule").textValue());
    assertEquals("non-conformance", match.at("/rule/issueType").textValue());
    assertEquals(6, match.at("/rule/points").intValue());
    assertFalse(match.path("ignoreForIncompleteSentence").booleanValue());
    assertTrue(match.path("contextForSureMatch").isInt());
  }

  @Test
  void theAnswerTellsOfSoftwareLanguageAndSentences() {
    JsonNode answer = check("language", "auto", "text", "😀好的。 马上发货");

    assertEquals(1, answer.at("/software/apiVersion").intValue());
    assertFalse(answer.at("/software/premium").booleanValue());
    assertFalse(answer.at("/warnings/incompleteResults").booleanValue());
    assertEquals("zh-CN", answer.at("/language/code").textValue());
    assertEquals("zh-CN", answer.at("/language/detectedLanguage/code").textValue());
    assertEquals("[[0,5],[6,10]]", answer.path("sentenceRanges").toString());
    assertEquals(6, answer.at("/extendedSentenceRanges/1/from").intValue());
    assertEquals("[]", answer.path("matches").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "您加我微信吧, non-conformance, Other",
    "明天一定给您发货哦, register, Other",
    "这单送您一个小礼品, style, Hint"
  })
  void theSeverityIsTheIssueType(String text, String issueType, String typeName) {
    JsonNode match = check("language", "zh", "text", text).path("matches").path(0);

    assertEquals(issueType, match.at("/rule/issueType").textValue());
    assertEquals(typeName, match.at("/type/typeName").textValue());
  }

  @Test
  void offsetsCountUtf16Units() {
    String text = "😀😀亲，开票𠮷要加6个点的税点";

    JsonNode match = check("language", "zh-CN", "text", text).path("matches").path(0);

    assertEquals(11, match.path("offset").intValue());
    assertEquals("加6个点的税点", marked(match, text));
  }

  @Test
  void markupIsSkippedAndCounted() {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    parts.addObject().put("text", "😀亲 ");
    parts.addObject().put("markup", "<b>");
    parts.addObject().put("text", "您加我微");
    parts.addObject().put("markup", "</b>");
    parts.addObject().put("text", "信吧");
    parts.addObject().put("markup", "<p>").put("interpretAs", "\n\n");
    parts.addObject().put("text", "这单送您一个小礼品");
    String whole = "😀亲 <b>您加我微</b>信吧<p>这单送您一个小礼品";

    JsonNode matches =
        check("language", "zh-CN", "data", annotation(parts).toString()).path("matches");

    assertEquals(List.of("加我微</b>信", "送您一个"), allMarked(matches, whole));
    assertEquals("加我微</b>信", inContext(matches.path(0)));
    assertEquals("送您一个", inContext(matches.path(1)));
  }

  @Test
  void whatIsFoundInMarkupTakesAllOfIt() {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    parts.addObject().put("text", "您");
    parts.addObject().put("markup", "&#21152;").put("interpretAs", "加");
    parts.addObject().put("text", "我");
    parts.addObject().put("markup", "<wx/>").put("interpretAs", "微信");

    JsonNode matches =
        check("language", "zh-CN", "data", annotation(parts).toString()).path("matches");

    assertEquals(List.of("&#21152;我<wx/>"), allMarked(matches, "您&#21152;我<wx/>"));
  }

  @Test
  void contextIsCutAndMarked() {
    String text = "好".repeat(100) + "您加我微信吧" + "😀".repeat(60);

    JsonNode match = check("language", "zh-CN", "text", text).path("matches").path(0);

    String context = match.at("/context/text").textValue();
    assertEquals("加我微信", inContext(match));
    assertTrue(context.startsWith("...好") && context.endsWith("😀..."), context);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "application/json",
        "text/plain;charset=gbk",
        "x/y"
      })
  void aFormIsReadWhateverItsContentType(String type) {
    HttpRequest.Builder request =
        SERVER
            .request("/v2/check")
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(TestServer.form("language", "zh-CN", "text", DRAFT)));

    assertEquals(1, TestServer.json(SERVER.send(request)).path("matches").size());
  }

  @Test
  void parametersInTheAddressAreMergedAndWin() {
    HttpResponse<String> both =
        SERVER.postForm(
            "/v2/check?" + TestServer.form("language", "zh-CN", "text", DRAFT),
            TestServer.form("text", "好的", "language", "xx"));
    HttpResponse<String> halves =
        SERVER.postForm(
            "/v2/check?" + TestServer.form("language", "zh-CN"), TestServer.form("text", DRAFT));
    HttpResponse<String> get =
        SERVER.get("/v2/check?" + TestServer.form("language", "zh", "text", DRAFT));

    for (HttpResponse<String> response : List.of(both, halves, get)) {
      assertEquals(200, response.statusCode(), response::body);
      assertEquals(1, TestServer.json(response).path("matches").size());
    }
  }

  @Test
  void unencodedCharactersAndALongAddressAreRead() {
    String padding = "好".repeat(5_000);

    assertEquals(
        1,
        TestServer.json(SERVER.postForm("/v2/check", "language=zh&text=" + DRAFT))
            .path("matches")
            .size());
    assertEquals(
        1,
        TestServer.json(
                SERVER.get(
                    "/v2/check?" + TestServer.form("language", "zh", "text", padding + DRAFT)))
            .path("matches")
            .size());
  }

  @Test
  void realJsonIsReadToo() {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    parts.addObject().put("markup", "# ");
    parts.addObject().put("text", DRAFT);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("language", "zh-CN");
    body.set("data", annotation(parts));

    JsonNode all = TestServer.json(SERVER.postForm("/v2/check", " " + body));
    body.putArray("disabledRules").add("X").add("INVOICE_CHARGE_TAX_POINT");
    JsonNode none = TestServer.json(SERVER.postForm("/v2/check", body.toString()));

    assertEquals(List.of("加6个点的税点"), allMarked(all.path("matches"), "# " + DRAFT));
    assertEquals(0, none.path("matches").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "disabledRules=INVOICE_CHARGE_TAX_POINT            | PROMISE_GIFT",
        "disabledRules=invoice/charge-tax-point,NO_SUCH    | PROMISE_GIFT",
        "disabledCategories=INVOICE                        | PROMISE_GIFT",
        "disabledCategories=INVOICE,PROMISE&enabledRules=PROMISE_GIFT | PROMISE_GIFT",
        "enabledOnly=true&enabledRules=PROMISE_GIFT        | PROMISE_GIFT",
        "enabledOnly=true&enabledCategories=INVOICE        | INVOICE_CHARGE_TAX_POINT",
        "enabledRules=PROMISE_GIFT                         | INVOICE_CHARGE_TAX_POINT PROMISE_GIFT",
        "mode=all&level=picky                              | INVOICE_CHARGE_TAX_POINT PROMISE_GIFT",
        "mode=allButTextLevelOnly                          | INVOICE_CHARGE_TAX_POINT PROMISE_GIFT",
        "mode=textLevelOnly                                | ''",
      })
  void clientsChooseRules(String parameters, String rules) {
    HttpResponse<String> response =
        SERVER.postForm(
            "/v2/check?" + parameters,
            TestServer.form("language", "zh-CN", "text", DRAFT + "，这单送您一个小礼品"));

    List<String> found = new ArrayList<>();
    TestServer.json(response)
        .path("matches")
        .forEach(match -> found.add(match.at("/rule/id").textValue()));
    assertEquals(rules, String.join(" ", found));
  }

  @Test
  void compactAnswersLeaveOutWhatFewRead() {
    JsonNode answer = check("language", "zh-CN", "text", DRAFT, "c", "1");

    assertFalse(answer.has("software"));
    assertFalse(answer.has("warnings"));
    assertFalse(answer.at("/matches/0").has("context"));
    assertFalse(answer.at("/matches/0/rule").has("sourceFile"));
    assertEquals(7, answer.at("/matches/0/length").intValue());
  }

  @Test
  void theLongestTextMayHaveMarkupBesides() {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    parts.addObject().put("markup", "<p>".repeat(1_000));
    parts.addObject().put("text", "好".repeat(20_000));

    assertEquals(
        200,
        SERVER
            .postForm(
                "/v2/check",
                TestServer.form("language", "zh", "data", annotation(parts).toString()))
            .statusCode());
    assertEquals("20000", SERVER.get("/v2/maxtextlength").body());
  }

  @Test
  void companionsTellOfThisServer() {
    JsonNode languages = TestServer.json(SERVER.get("/v2/languages"));
    JsonNode configuration = TestServer.json(SERVER.get("/v2/configinfo?language=zh-CN"));
    HttpResponse<String> health = SERVER.get("/v2/healthcheck");

    assertEquals(
        "[{\"name\":\"Chinese\",\"code\":\"zh\",\"longCode\":\"zh-CN\"}]", languages.toString());
    assertEquals(20_000, configuration.at("/parameter/maxTextLength").intValue());
    assertTrue(
        configuration.path("rules").findValuesAsText("ruleId").contains("PROMISE_GIFT"),
        configuration::toString);
    assertFalse(configuration.toString().contains("TRAP_"), configuration::toString);
    assertEquals(
        "LanguageTool", TestServer.json(SERVER.get("/v2/info")).at("/software/name").asText());
    assertEquals("OK", health.body());
    assertEquals("text/plain;charset=utf-8", TestServer.type(health).replace(" ", ""));
  }

  @Test
  void markupInTextsStaysText() {
    JsonNode match = check("language", "zh", "text", "这是标记测试一句").path("matches").path(0);

    assertEquals("说明 <script>window.hacked = 2</script> 结束。", match.path("message").textValue());
  }

  private static ObjectNode annotation(ArrayNode parts) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set("annotation", parts);
    return data;
  }

  private static String marked(JsonNode match, String text) {
    int offset = match.path("offset").intValue();
    return text.substring(offset, offset + match.path("length").intValue());
  }

  private static List<String> allMarked(JsonNode matches, String text) {
    List<String> found = new ArrayList<>();
    matches.forEach(match -> found.add(marked(match, text)));
    return found;
  }

  private static String inContext(JsonNode match) {
    return marked(match.path("context"), match.at("/context/text").textValue());
  }

  private static JsonNode check(String... parameters) {
    HttpResponse<String> response = SERVER.postForm("/v2/check", TestServer.form(parameters));
    assertEquals(200, response.statusCode(), response::body);
    assertEquals("application/json", TestServer.type(response));
    return TestServer.json(response);
  }
}
