package com.replylinter.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.replylinter.Books;
import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.Platform;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Report;
import com.replylinter.phrasebook.Phrasebook;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
  private static final Phrasebook BOOK =
      Books.book(
          "test/wechat.yaml",
          Books.rule("test/wechat", "offer", "['{加|换} 微信', '返现']"),
          "test/invoice.yaml",
          Books.rule(
              "test/invoice",
              "refusal",
              "['{不给|不能|不} {开发票|开票}', {asked: '发票', say: ['^^{开不了|不行}$$']}]"),
          "test/insult.yaml",
          Books.rule("test/insult", "statement", "['有病']")
              .replace("match", "unless: ['有病害']\nmatch"),
          "test/urge.yaml",
          Books.rule("test/urge", "statement", "[{say: ['快付款', '赶紧付'], times: 3}]"),
          "test/cod.yaml",
          Books.rule("test/cod", "refusal", "['不支持货到付款']") + "shop: {cod: true}\n",
          "test/returns.yaml",
          Books.rule("test/returns", "refusal", "['不给退']")
              + """
              shop: {custom: false, returnExempt: false, platform: [tmall, taobao]}
              from: 2014-03-15
              """,
          "test/late.yaml",
          Books.rule(
              "test/late",
              "statement",
              "['三天后发', {say: '72小时内发', from: 2017-06-25}, {say: '五天内发', shop: {presale: false}}]"),
          "test/seen.yaml",
          Books.rule("test/seen", "offer", "['拿收据']")
              + "allowed: [{say: '{收据}', shop: {platform: taobao}}]\n",
          "test/link.yaml",
          Books.rule("test/link", "offer", "[{about: '{http|www|com|cn}', say: '<外部网址>'}]"),
          "test/special.yaml",
          Books.rule("test/special", "refusal", "['特价 … 不开票']") + "over: [test/invoice]\n");
  private static final Linter LINTER = Linter.of(BOOK);

  private static List<String> found(LintRequest request) {
    return LINTER.lint(request).findings().stream()
        .map(each -> each.rule() + ":" + each.matched())
        .toList();
  }

  private static List<String> found(String draft, Turn... turns) {
    return found(new LintRequest(null, draft, Arrays.asList(turns), Shop.DEFAULT, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "加微信聊",
        "亲，加我微信",
        "不错，加微信",
        "不好意思加微信吧",
        "我们不收钱。加微信",
        "这里说不清就加微信",
        "方便不，加个微信",
        "搜“返现”就有"
      })
  void anOfferCounts(String draft) {
    assertEquals(1, found(draft).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我们不加微信",
        "不会让您加微信的",
        "请勿加微信",
        "加微信是违规的",
        "谨防有人让您加微信",
        "凡是让您加微信的都是骗子",
        "别家会让您加微信",
        "您是要加微信吗",
        "卡片上写着“加微信领奖”，您别理",
        "好评是不返现的"
      })
  void anOfferInsideAFrameDoesNot(String draft) {
    assertEquals(List.of(), found(draft));
  }

  @ParameterizedTest
  @ValueSource(strings = {"不给开票", "我们不能开发票", "不开票的"})
  void aRefusalCounts(String draft) {
    assertEquals(1, found(draft).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"不是不给您开票", "我们不会不给开票", "没说不开票", "有的店不给开票"})
  void aRefusalDeniedDoesNot(String draft) {
    assertEquals(List.of(), found(draft));
  }

  @Test
  void anExceptionInTheSameClauseClears() {
    assertEquals(List.of("test/insult:有病"), found("你有病吧"));
    assertEquals(List.of(), found("有病害的果子包赔"));
  }

  @Test
  void aShortAnswerCountsOnlyAfterItsQuestion() {
    assertEquals(List.of("test/invoice:开不了"), found("开不了哦亲", Turn.buyer("能开发票吗")));
    assertEquals(List.of(), found("开不了哦亲", Turn.buyer("盖子能开吗")));
    assertEquals(List.of(), found("开不了哦亲"));
  }

  @Test
  void aGreetingOfTheShopIsBridgedAndTheDecidingTurnNamed() {
    Report report =
        LINTER.lint(
            new LintRequest(
                null,
                "不行",
                List.of(Turn.buyer("要发票"), Turn.buyer("可以吗"), Turn.agent("亲在的")),
                Shop.DEFAULT,
                null));
    assertEquals(List.of(0), report.findings().stream().map(Finding::becauseTurn).toList());
  }

  @Test
  void whatIsOnlyBadWhenRepeatedCountsTheShopsOwnTurns() {
    Turn[] twice = {Turn.agent("亲，快付款哦"), Turn.buyer("想想"), Turn.agent("赶紧付啦")};
    assertEquals(List.of("test/urge:快付款"), found("快付款吧", twice));
    assertEquals(List.of(), found("快付款吧", Turn.agent("快付款"), Turn.buyer("我没说不赶紧付")));
    assertEquals(List.of(), found("快付款吧"));
    assertEquals(List.of(), found("在的", twice));
  }

  @Test
  void turnsAreTakenByTheirTimesButNamedAsTheyWereSent() {
    OffsetDateTime time = OffsetDateTime.parse("2026-11-22T10:00:00+08:00");
    Turn reply = new Turn(Turn.Role.AGENT, "在的", time.plusMinutes(2));
    Turn question = new Turn(Turn.Role.BUYER, "要发票", time.plusMinutes(1));
    Turn before = new Turn(Turn.Role.AGENT, "不含发票", time);
    Report report =
        LINTER.lint(
            new LintRequest(null, "不行", List.of(reply, before, question), Shop.DEFAULT, null));

    assertEquals(List.of(2), report.findings().stream().map(Finding::becauseTurn).toList());
    assertEquals(List.of(), found("不行", question, before, reply, Turn.agent("好的")));
  }

  @Test
  void aShopSettingDecides() {
    assertEquals(List.of(), found("不支持货到付款"));
    Shop cod = new Shop(Platform.TMALL, true, true, false, false, false, List.of());
    assertEquals(
        List.of("test/cod:不支持货到付款"), found(new LintRequest(null, "不支持货到付款", List.of(), cod, null)));
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource({
    "tmall,  false, false, 2026-01-01, 1",
    "taobao, false, false, 2026-01-01, 1",
    "jd,     false, false, 2026-01-01, 0",
    "tmall,  true,  false, 2026-01-01, 0",
    "tmall,  false, true,  2026-01-01, 0",
    "tmall,  false, false, 2014-03-15, 1",
    "tmall,  false, false, 2014-03-14, 0",
  })
  void aRuleHoldsUnderItsCircumstances(
      String platform, boolean custom, boolean exempt, LocalDate day, int findings) {
    Shop shop =
        new Shop(
            Platform.of(platform).orElseThrow(), false, true, false, custom, exempt, List.of());
    assertEquals(findings, found(new LintRequest(null, "不给退", List.of(), shop, day)).size());
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "三天后发,   true,  2016-01-01, 1",
    "72小时内发, false, 2017-06-24, 0",
    "72小时内发, false, 2017-06-25, 1",
    "五天内发,   false, 2016-01-01, 1",
    "五天内发,   true,  2016-01-01, 0",
  })
  void aClueHoldsUnderItsOwnCircumstances(
      String draft, boolean presale, LocalDate day, int findings) {
    Shop shop = new Shop(Platform.TMALL, false, true, presale, false, false, List.of());
    assertEquals(findings, found(new LintRequest(null, draft, List.of(), shop, day)).size());
  }

  @Test
  void whatIsAllowedThereIsNoOffence() {
    assertEquals(List.of("test/seen:拿收据"), found("您拿收据"));
    Shop taobao = Shop.on(Platform.TAOBAO);
    assertEquals(List.of(), found(new LintRequest(null, "您拿收据", List.of(), taobao, null)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "看 https://www.a-b.com/item/1,           https://www.a-b.com/item/1",
    "看 www.a-b.com.evil.top/x,               www.a-b.com.evil.top/x",
    "看 http://own.com@evil.cn/x,             http://own.com@evil.cn/x",
    "看 notown.com,                           notown.com",
    "看 https://own.com/item,                 ''",
    "看 HTTPS://Item.Own.com:443/item,        ''",
    "看 ｗｗｗ．ｏｗｎ．ｃｏｍ,               ''",
    "写信 a@evil.com,                         ''",
    "用 v1.2 版的 app.com,                    app.com",
    "readme.txt www,                          ''",
  })
  void linksToOtherHostsAreForeign(String draft, String matched) {
    Shop shop =
        new Shop(Platform.TMALL, false, true, false, false, false, List.of("https://Own.com/"));
    assertEquals(
        matched.isEmpty() ? List.of() : List.of("test/link:" + matched),
        found(new LintRequest(null, draft, List.of(), shop, null)));
  }

  @Test
  void theMoreSpecificRuleSpeaksAlone() {
    assertEquals(List.of("test/special:特价款不开票"), found("特价款不开票"));
  }

  private static Turn agentAt(String text, int second) {
    return new Turn(
        Turn.Role.AGENT,
        text,
        OffsetDateTime.parse("2026-11-26T10:00:00+08:00").plusSeconds(second));
  }

  @Test
  void whatSeveralSendsSayTogetherIsOneFinding() {
    Report report =
        LINTER.lint(
            new LintRequest(
                null,
                "信，图发您",
                List.of(Turn.buyer("图糊"), Turn.agent("您加"), Turn.agent("我微")),
                Shop.DEFAULT,
                null));
    Finding finding = report.findings().get(0);
    assertEquals(1, report.findings().size());
    assertEquals("信", finding.matched());
    assertEquals(1, finding.becauseTurn());
  }

  @Test
  void sendsAreJoinedByTheirTimesAndNamedAsTheyWereSent() {
    Turn[] scrambled = {agentAt("我微", 4), agentAt("您加", 2), agentAt("在的", 0)};
    Report report =
        LINTER.lint(new LintRequest(null, "信，图发您", Arrays.asList(scrambled), Shop.DEFAULT, null));

    assertEquals(List.of(1), report.findings().stream().map(Finding::becauseTurn).toList());
  }

  @Test
  void sendsOfOthersWholeSentencesAndOldOnesAreNotJoined() {
    assertEquals(List.of(), found("信，图发您", Turn.buyer("加我微")));
    assertEquals(List.of(), found("信，图发您", Turn.agent("加我微。")));
    assertEquals(List.of(), found("信", Turn.agent("加我微"), Turn.buyer("什么"), Turn.agent("稍等")));
    assertEquals(List.of(), found("信", Turn.agent("这件外套的面料是纯棉的您看下介绍里的图再加微")));
    assertEquals(List.of("test/wechat:信"), found("信", agentAt("加", 0), agentAt("微", 100)));
    assertEquals(List.of(), found("信", agentAt("加", 0), agentAt("微", 200)));
  }

  @Test
  void whatAnEarlierSendSaidAloneIsNotToldAgain() {
    assertEquals(List.of(), found("好的亲", Turn.agent("加微信")));
  }
}
