package com.replylinter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.replylinter.LintRequest;
import com.replylinter.Platform;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.json.BadRequest.Kind;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;
import com.replylinter.text.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
  private static final Phrasebook BOOK = book();

  private static Phrasebook book() {
    List<SourceFile> files = new ArrayList<>();
    files.add(new SourceFile("phrasebook.yaml", "released: 2026-01-02"));
    for (String id : List.of("style/address", "style/emoji", "promise/gift")) {
      files.add(rule(id, "remind"));
    }
    files.add(rule("promise/lie", "warn"));
    return PhrasebookLoader.load(new PhrasebookSource(files)).phrasebook().orElseThrow();
  }

  private static SourceFile rule(String id, String severity) {
    return new SourceFile(
        id + ".yaml",
        """
        id: %s
        title: 测试
        severity: %s
        kind: statement
        message: 测试用的规则。
        why: 测试。
        match: ['测试']
        rewrites: [好的。]
        examples: {bad: [], good: []}
        """
            .formatted(id, severity));
  }

  private static LintRequest read(String json) throws BadRequest {
    return RequestReader.read(json, BOOK);
  }

  private static LintRequest read(byte[] utf8) throws BadRequest {
    return RequestReader.read(utf8, BOOK);
  }

  @Test
  void readsEveryField() throws BadRequest {
    LintRequest request =
        read(
            """
            {"id": "c1",
             "draft": "亲,开发票要加6个点的税点哦",
             "conversation": [
               {"role": "buyer", "text": "能开发票吗", "at": "2026-11-22T10:21:33+08:00"},
               {"role": "bot", "text": "请稍等"}],
             "shop": {"platform": "taobao", "cod": true, "freeShipping": false, "presale": true,
                      "custom": true, "returnExempt": true, "itemLinks": ["detail.tmall.com"],
                      "off": ["style/emoji", "style/*"]},
             "at": "2026-11-22"}
            """);

    assertEquals(
        new LintRequest(
            "c1",
            "亲,开发票要加6个点的税点哦",
            List.of(
                new Turn(
                    Turn.Role.BUYER, "能开发票吗", OffsetDateTime.parse("2026-11-22T10:21:33+08:00")),
                new Turn(Turn.Role.BOT, "请稍等", null)),
            new Shop(
                Platform.TAOBAO,
                true,
                false,
                true,
                true,
                true,
                List.of("detail.tmall.com"),
                Set.of("style/emoji", "style/address")),
            LocalDate.of(2026, 11, 22)),
        request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"draft\": \"在的\"}",
        "\uFEFF{\"draft\": \"在的\"}",
        "{\"draft\": \"在的\", \"id\": null, \"conversation\": null, \"shop\": {\"cod\": null}, \"at\": null}"
      })
  void optionalFieldsHaveDefaults(String json) throws BadRequest {
    assertEquals(LintRequest.of("在的"), read(json));
    assertEquals(LintRequest.of("在的"), read(json.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MALFORMED |                         | {"draft": "在的"
          MALFORMED |                         | {"draft": "在的"} {}
          MALFORMED |                         | {"draft": "在的", "draft": "在"}
          MALFORMED |                         | not json
          MALFORMED |                         | []
          MALFORMED |                         | "在的"
          MALFORMED |                         | null
          MALFORMED | /draft                  | {}
          MALFORMED | /draft                  | {"draft": null}
          MALFORMED | /draft                  | {"draft": 5}
          MALFORMED | /draft                  | {"draft": ["在的"]}
          INVALID   | /draft                  | {"draft": ""}
          INVALID   | /draft                  | {"draft": "", "conversation": []}
          MALFORMED | /id                     | {"draft": "在的", "id": 7}
          MALFORMED | /labels                 | {"draft": "在的", "labels": []}
          MALFORMED | /a~1b~0c                | {"draft": "在的", "a/b~c": 1}
          MALFORMED | /conversation           | {"draft": "在的", "conversation": {}}
          MALFORMED | /conversation/1         | {"draft": "在的", "conversation": [{"role": "bot", "text": ""}, "在吗"]}
          MALFORMED | /conversation/0/role    | {"draft": "在的", "conversation": [{"text": "在吗"}]}
          MALFORMED | /conversation/0/role    | {"draft": "在的", "conversation": [{"role": "Buyer", "text": "在吗"}]}
          MALFORMED | /conversation/0/text    | {"draft": "在的", "conversation": [{"role": "buyer"}]}
          INVALID   | /conversation/0/at      | {"draft": "在的", "conversation": [{"role": "buyer", "text": "", "at": "2026-11-22"}]}
          INVALID   | /conversation/2/at      | {"draft": "在的", "conversation": [{"role": "buyer", "text": "1", "at": "2026-11-22T10:00:02Z"}, {"role": "bot", "text": "2"}, {"role": "buyer", "text": "3", "at": "2026-11-22T18:00:01+08:00"}]}
          MALFORMED | /conversation/0/time    | {"draft": "在的", "conversation": [{"role": "buyer", "text": "", "time": 1}]}
          MALFORMED | /shop                   | {"draft": "在的", "shop": "tmall"}
          MALFORMED | /shop/cod               | {"draft": "在的", "shop": {"cod": "true"}}
          MALFORMED | /shop/codd              | {"draft": "在的", "shop": {"codd": true}}
          MALFORMED | /shop/custom            | {"draft": "在的", "shop": {"custom": 1}}
          MALFORMED | /shop/platform          | {"draft": "在的", "shop": {"platform": "ebay"}}
          MALFORMED | /shop/platform          | {"draft": "在的", "shop": {"platform": "Tmall"}}
          MALFORMED | /shop/platform          | {"draft": "在的", "shop": {"platform": 1}}
          MALFORMED | /shop/itemLinks         | {"draft": "在的", "shop": {"itemLinks": "x.com"}}
          MALFORMED | /shop/itemLinks/1       | {"draft": "在的", "shop": {"itemLinks": ["x.com", 1]}}
          MALFORMED | /shop/off               | {"draft": "在的", "shop": {"off": "style/*"}}
          MALFORMED | /shop/off/1             | {"draft": "在的", "shop": {"off": ["style/*", "style/none"]}}
          MALFORMED | /shop/off/0             | {"draft": "在的", "shop": {"off": ["promise/lie"]}}
          MALFORMED | /shop/off/0             | {"draft": "在的", "shop": {"off": ["promise/*"]}}
          MALFORMED | /shop/off/0             | {"draft": "在的", "shop": {"off": ["*"]}}
          INVALID   | /at                     | {"draft": "在的", "at": "2026-02-30"}
          INVALID   | /at                     | {"draft": "在的", "at": "22.11.2026"}
          MALFORMED | /at                     | {"draft": "在的", "at": 20261122}
          """)
  void refusesAndNamesTheField(Kind kind, String field, String json) {
    BadRequest bad = assertThrows(BadRequest.class, () -> read(json));

    assertEquals(kind, bad.kind());
    assertEquals(field, bad.field());
  }

  @Test
  void namesUnknownFieldsInBothLanguages() {
    BadRequest bad =
        assertThrows(
            BadRequest.class,
            () -> read("{\"id\": \"c7\", \"draft\": \"在的\", \"labels\": 1, \"x\": 2}"));

    assertEquals("c7", bad.id());
    assertEquals(
        "有不认识的字段：labels, x。可用的字段：id, draft, conversation, shop, at。", bad.message(Locale.CHINESE));
    assertEquals(
        "Unknown field: labels, x. Known fields: id, draft, conversation, shop, at.",
        bad.message(Locale.ENGLISH));
  }

  @Test
  void namesTheRuleThatCannotBeSwitchedOff() {
    BadRequest unknown =
        assertThrows(
            BadRequest.class,
            () -> read("{\"draft\": \"在的\", \"shop\": {\"off\": [\"style/tone\"]}}"));
    assertEquals("没有“style/tone”这条规则，或这一类规则。", unknown.message(Locale.CHINESE));
    assertEquals("There is no rule or family \"style/tone\".", unknown.message(Locale.ENGLISH));

    BadRequest grave =
        assertThrows(
            BadRequest.class,
            () -> read("{\"draft\": \"在的\", \"shop\": {\"off\": [\"promise/*\"]}}"));
    assertEquals("只有提醒级（remind）的规则可以关闭，“promise/lie”不是。", grave.message(Locale.CHINESE));
    assertEquals(
        "Only reminders can be switched off; promise/lie is none.", grave.message(Locale.ENGLISH));
  }

  @Test
  void theDraftMayBeEmptyWhereTheBuyerHasSpoken() throws BadRequest {
    LintRequest request =
        read("{\"draft\": \"\", \"conversation\": [{\"role\": \"buyer\", \"text\": \"在吗\"}]}");

    assertEquals("", request.draft());
    assertEquals(List.of(Turn.buyer("在吗")), request.conversation());
  }

  @Test
  void namesThePlatformsItKnows() {
    BadRequest bad =
        assertThrows(
            BadRequest.class,
            () -> read("{\"draft\": \"在的\", \"shop\": {\"platform\": \"ebay\"}}"));

    assertEquals(
        "不认识的平台 “ebay”，可用：tmall, taobao, jd, pinduoduo, douyin。", bad.message(Locale.CHINESE));
    assertEquals(
        "Unknown platform \"ebay\". Known platforms: tmall, taobao, jd, pinduoduo, douyin.",
        bad.message(Locale.ENGLISH));
  }

  @Test
  void namesAnUnknownRoleItsPlaceAndTheKnownOnes() {
    BadRequest bad =
        assertThrows(
            BadRequest.class,
            () ->
                read(
                    """
                    {"draft": "在的", "conversation": [
                      {"role": "buyer", "text": "在吗"}, {"role": "seller", "text": "在"}]}
                    """));

    assertEquals(
        "/conversation/1/role 的角色“seller”不认识，可用：buyer, agent, bot, system。",
        bad.message(Locale.CHINESE));
    assertEquals(
        "Unknown role \"seller\" at /conversation/1/role."
            + " Known roles: buyer, agent, bot, system.",
        bad.message(Locale.ENGLISH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10:00:02, 10:00:01, 10:00:03",
        "10:00:01, none, 10:00:01",
        "none, none, 10:00:00",
        "10:00:01, 10:00:01, 10:00:01"
      })
  void keepsMessagesAsTheyWereSent(String times) throws BadRequest {
    StringBuilder json = new StringBuilder("{\"draft\": \"在的\", \"conversation\": [");
    for (String time : times.split(", ", -1)) {
      json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")
          .append("{\"role\": \"buyer\", \"text\": \"" + time + "\"")
          .append(time.equals("none") ? "}" : ", \"at\": \"2026-11-22T" + time + "Z\"}");
    }

    assertEquals(
        List.of(times.split(", ", -1)),
        read(json + "]}").conversation().stream().map(Turn::text).toList());
  }

  @Test
  void tellsWhereTheJsonBreaksWithoutQuotingIt() {
    BadRequest bad = assertThrows(BadRequest.class, () -> read("{\"draft\": 我的手机号}"));

    assertEquals("不是合法的 JSON（第 1 行第 11 列附近）。", bad.message(Locale.CHINESE));
    assertNull(bad.id());
  }

  @Test
  void limitsTheDraftInUtf16CodeUnits() throws BadRequest {
    String longest = "😀".repeat(LintRequest.MAX_DRAFT_LENGTH / 2);
    assertEquals(longest, read("{\"draft\": \"" + longest + "\"}").draft());

    BadRequest bad =
        assertThrows(BadRequest.class, () -> read("{\"draft\": \"" + longest + "a\"}"));
    assertEquals(Kind.TOO_LARGE, bad.kind());
    assertEquals("字段 draft 过长：20001 个字符，最多 20000 个。", bad.message(Locale.CHINESE));
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    byte[] latin1 = "{\"draft\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf16 = "{\"draft\": \"在\"}".getBytes(StandardCharsets.UTF_16);

    for (byte[] bytes : List.of(latin1, utf16)) {
      BadRequest bad = assertThrows(BadRequest.class, () -> read(bytes));
      assertEquals(Kind.MALFORMED, bad.kind());
      assertEquals("不是合法的 UTF-8 文本，请用 UTF-8 编码。", bad.message(Locale.CHINESE));
    }
  }

  @Test
  void acceptsLoneSurrogatesNulAndControlCharacters() throws BadRequest {
    assertEquals(
        "\ud800在\u0000\u001b的\udc00",
        read("{\"draft\": \"\\ud800在\\u0000\\u001b的\\udc00\"}").draft());
  }

  @Test
  void nestingDoesNotOverflow() {
    String deep = "{\"draft\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertEquals(Kind.MALFORMED, assertThrows(BadRequest.class, () -> read(deep)).kind());
  }
}
