package com.replylinter.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.Books;
import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.Platform;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.explain.Explanation.Piece;
import com.replylinter.explain.Explanation.Suspect;
import com.replylinter.judge.Dismissal;
import com.replylinter.judge.Listening.Heard;
import com.replylinter.judge.Origin;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.text.Span;
import com.replylinter.token.Tokenizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why something was found, or not. */
class ExplanationTest {
  private static final Phrasebook BOOK =
      Books.book(
          "test/wechat.yaml",
          Books.rule("test/wechat", "offer", "['{加|换} 微信', '返现']")
              .replace("match", "unless: ['微信支付']\nunless-anywhere: ['<声明>']\nmatch"),
          "test/invoice.yaml",
          Books.rule(
                  "test/invoice",
                  "refusal",
                  "['{不给|不能|不} {开发票|开票}', '不 开', '给开你的', {asked: '<发票>', say: ['^^{开不了|不行}$$']},"
                      + " {about: '<发票>', say: ['做不了']}]")
              .replace("match", "unless-asked: ['电子版']\nmatch"),
          "test/cod.yaml",
          Books.rule("test/cod", "refusal", "['不支持货到付款']") + "shop: {cod: true}\n",
          "test/special.yaml",
          Books.rule("test/special", "refusal", "['特价 … 不开票']") + "over: [test/invoice]\n",
          "test/urge.yaml",
          Books.rule("test/urge", "statement", "[{say: '快付款', times: 3}]"),
          "test/returns.yaml",
          Books.rule("test/returns", "refusal", "['不给退']")
              + """
              shop: {custom: false, platform: [tmall, taobao]}
              from: 2014-03-15
              """,
          "test/seen.yaml",
          Books.rule("test/seen", "offer", "['拿收据']")
              + "allowed: [{say: '{收据}', shop: {platform: taobao}}]\n",
          "test/sorry.yaml",
          style("test/sorry", "[{asked: '坏了', say: '<整句>', unless-said: '抱歉'}]"),
          "test/you.yaml",
          style("test/you", "['你的', '你有病']"),
          "test/dry.yaml",
          style("test/dry", "[{notice: 三句无表情}]"),
          "_words/words.yaml",
          "声明: ['{仅供参考}']\n发票: ['{发票|开票}']\n");
  private static final Linter LINTER = Linter.of(BOOK);

  private static String style(String id, String match) {
    return Books.rule(id, "style", match).replace("severity: block", "severity: remind");
  }

  private static Explanation explain(String draft, Turn... turns) {
    return LINTER.explain(request(draft, turns));
  }

  private static LintRequest request(String draft, Turn... turns) {
    return new LintRequest(null, draft, List.of(turns), Shop.DEFAULT, null);
  }

  private static Suspect only(Explanation explanation) {
    assertEquals(1, explanation.candidates().size(), explanation.candidates()::toString);
    return explanation.candidates().get(0);
  }

  private static String reason(Suspect suspect) {
    Dismissal dismissal = suspect.dismissal();
    return dismissal == null ? "kept" : dismissal.cause().label() + " " + dismissal.reason();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          不会让您加微信的        | negation 否定：“不会”管住了“加微信”
          加ＶＸ微信是违规的      | negation 否定：“是违规的”管住了“加ＶＸ微信”
          谨防有人让您加微信      | warning 提醒买家：有“谨防”，“加微信”是在警示，不是在提出
          有的店会让您加微信      | others 说的是别人：“加微信”说的是“有的店”
          您是要加微信吗          | check 确认买家的意思：“您是要”是在问“加微信”，不是在提出
          上面写着“加微信”        | quotation 引用的话：“加微信”在引号里，旁边有“写着”
          不是不给您开票          | double-negation 双重否定：“不是”否定了“不给您开票”
          加微信支付              | exception 例外：‘微信支付’命中“微信支付”
          加微信吧。以上仅供参考  | exception 例外：‘<声明>’命中“仅供参考”（整段里任何位置）
          不支持货到付款          | shop 店铺未开通货到付款（shop.cod=false）
          """)
  void aDroppedCandidateSaysWhy(String draft, String reason) {
    Suspect suspect = only(explain(draft));

    assertEquals(reason, reason(suspect));
    assertEquals(suspect.matched(), suspect.span().of(draft));
  }

  @Test
  void theQuestionThatExceptsIsNamed() {
    Suspect suspect = only(explain("不能开票", Turn.buyer("在吗"), Turn.buyer("有电子版的吗")));

    assertEquals("exception 例外：‘电子版’命中买家的话“有电子版的吗”（对话第 2 句）", reason(suspect));
  }

  @Test
  void theShopAndTheDayThatKeepARuleSilentAreNamed() {
    Shop custom = new Shop(Platform.JD, false, true, false, true, false, List.of());
    Shop off =
        new Shop(
            Platform.TMALL, false, true, false, false, false, List.of(), Set.of("test/returns"));
    LocalDate day = LocalDate.of(2014, 3, 14);

    assertEquals(
        "shop 只适用于别的平台（shop.platform=jd），商品是定制的（shop.custom=true）",
        reason(only(explain("不给退", custom, null))));
    assertEquals("shop 店铺关掉了这条规则（shop.off）", reason(only(explain("不给退", off, null))));
    assertEquals(
        "day 那一天（2014-03-14）不适用：规则还没有生效，或者已经失效", reason(only(explain("不给退", Shop.DEFAULT, day))));
    assertEquals("kept", reason(only(explain("不给退", Shop.DEFAULT, day.plusDays(1)))));
    assertEquals(
        "allowance 允许的说法：‘{收据}’命中“收据”",
        reason(only(explain("拿收据", Shop.on(Platform.TAOBAO), null))));
  }

  private static Explanation explain(String draft, Shop shop, @Nullable LocalDate day) {
    return LINTER.explain(new LintRequest(null, draft, List.of(), shop, day));
  }

  @Test
  void whatTheShopSaidBeforeIsNamed() {
    assertEquals(
        "times 说到第 3 次才算", reason(only(explain("快付款", Turn.agent("快付款"), Turn.buyer("等等")))));
    assertEquals(
        "exception 例外：‘抱歉’命中客服说过的话“抱歉亲”（对话第 2 句）",
        reason(only(explain("看下", Turn.buyer("坏了"), Turn.agent("抱歉亲")))));
  }

  @Test
  void mannerRemindsOnceAndNotBesideAnOffence() {
    List<String> reasons =
        explain("你的，“你的”，你的。你有病吗。").candidates().stream()
            .filter(each -> each.rule().toString().equals("test/you"))
            .map(ExplanationTest::reason)
            .toList();

    assertEquals(
        List.of(
            "kept",
            "quotation 引用的话：“你的”在引号里",
            "overlap 同一条语气提醒，一段话只说一次",
            "overlap 同一条语气提醒，一段话只说一次"),
        reasons);
    assertEquals(
        "replaced 这里已经指出违规，不再提醒语气",
        reason(
            explain("不给开你的").candidates().stream()
                .filter(each -> each.rule().toString().equals("test/you"))
                .findFirst()
                .orElseThrow()));
  }

  @Test
  void whatIsNoticedOfTheWholeNamesTheNotice() {
    Suspect suspect = only(explain("亲在的。有货的。今天发。"));

    assertEquals(new Origin.Noticed("三句无表情"), suspect.origin());
    assertEquals(List.of("亲在的。有货的。今天发。"), suspect.words());
  }

  @Test
  void aMoreSpecificRuleIsNamed() {
    List<String> all =
        explain("特价款不开票").candidates().stream()
            .map(each -> each.rule() + " " + reason(each))
            .toList();

    assertEquals(
        List.of(
            "test/special kept",
            "test/invoice overlap 与同一规则的另一处命中“不开票”重叠，由那一处代表",
            "test/invoice replaced 已由更具体的规则 test/special 指出"),
        all);
  }

  @Test
  void aKeptCandidateNamesItsPatternItsWordsAndItsTurn() {
    Suspect alone = only(explain("加下微信吧"));
    assertTrue(alone.kept());
    assertEquals(List.of("加", "微信"), alone.words());
    assertEquals("{加|换} 微信", ((Origin.Written) alone.origin()).pattern().source());
    assertNull(alone.becauseTurn());

    Suspect asked = only(explain("开不了哦亲", Turn.buyer("能开发票吗"), Turn.agent("在的")));
    Origin.Written origin = (Origin.Written) asked.origin();
    assertEquals("^^{开不了|不行}$$", origin.pattern().source());
    assertEquals("<发票>", Objects.requireNonNull(origin.clue().asked()).source());
    assertEquals(0, asked.becauseTurn());
  }

  @Test
  void theTextIsShownAsItIsComparedWithItsPlacesInTheDraft() {
    Explanation explanation = explain("👍亲，不開\u200B發票，Ｑ");

    assertEquals("亲,不开发票,q", explanation.normalized());
    assertEquals(
        List.of(
            new Piece(new Span(2, 4), "亲,"),
            new Piece(new Span(4, 10), "不开发票,"),
            new Piece(new Span(10, 11), "q")),
        explanation.clauses());
    assertEquals(
        List.of("亲@2-3", ",@3-4", "不@4-5", "开@5-6", "发票@7-9", ",@9-10", "q@10-11"),
        explanation.tokens().stream()
            .map(each -> each.text() + "@" + each.span().start() + "-" + each.span().end())
            .toList());
  }

  @Test
  void whatWasHeardOfTheConversationIsTold() {
    Explanation explanation =
        explain("做不了", Turn.agent("您好"), Turn.buyer("要开票"), Turn.buyer("行吗"), Turn.agent("稍等"));

    assertEquals(List.of(2, 1), explanation.listening().asked());
    assertEquals(List.of(3, 2, 1, 0), explanation.listening().open());
    assertEquals(List.of(new Heard("<发票>", 1)), explanation.listening().questions());
    assertEquals(List.of(new Heard("<发票>", 1)), explanation.listening().topics());
    assertEquals(1, only(explanation).becauseTurn());
    assertEquals(List.of(new Heard("<发票>", null)), explain("开票的事").listening().topics());
  }

  @Test
  void whatSeveralSendsSayTogetherNamesItsPatternAndTheFirstOfThem() {
    Suspect suspect = only(explain("信吧", Turn.agent("在的。"), Turn.agent("加我微")));

    assertEquals("信", suspect.matched());
    assertEquals("{加|换} 微信", ((Origin.Written) suspect.origin()).pattern().source());
    assertEquals(1, suspect.becauseTurn());
    assertEquals(
        "negation 否定：“不”管住了“加我微信”",
        reason(only(explain("信的", Turn.agent("在的。"), Turn.agent("不加我微")))));
  }

  @Test
  void whatBoundariesChangeIsTold() {
    assertEquals("分词边界没有改变任何结论。", explain("我们不给开").boundaries().summary());

    Explanation explanation = explain("今天不太开心");
    assertEquals(List.of(), explanation.report().findings());
    assertEquals(1, explanation.boundaries().changes().size());
    assertEquals(
        "没有分词边界，会多报 test/invoice 的“不太开”（“开心”是一个词，里面的单字不算）。", explanation.boundaries().summary());
  }

  @Test
  void explainingChangesNoReport() {
    for (String draft : List.of("", "，", "加微信", "不支持货到付款", "特价款不开票，加微信", "今天不太开心", "\uD800不开票")) {
      LintRequest request = request(draft, Turn.buyer("能开发票吗"));
      assertEquals(LINTER.lint(request), LINTER.explain(request).report());
    }
  }

  @Test
  void aFailingSegmenterIsTold() {
    Tokenizer broken =
        text -> {
          throw new Tokenizer.TokenizerException(new IllegalStateException("broken"));
        };
    Explanation explanation = Linter.of(BOOK, broken).explain(request("我们不给开"));

    assertEquals(List.of(), explanation.tokens());
    assertEquals(false, explanation.report().complete());
  }
}
