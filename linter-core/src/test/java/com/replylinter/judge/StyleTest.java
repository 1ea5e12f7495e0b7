package com.replylinter.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.replylinter.Books;
import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.Platform;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.finding.Report;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matters of manner: quiet, never graver than a reminder, and never in the way of a rewrite. */
class StyleTest {
  private static final Linter LINTER =
      Linter.of(
          Books.book(
              "style/address.yaml",
              style("style/address", "['你的', '你家']"),
              "style/emoji.yaml",
              style("style/emoji", "[{notice: 三句无表情}]"),
              "style/canned.yaml",
              style("style/canned", "[{notice: 长话重发}]"),
              "style/all.yaml",
              style("style/all", "[{notice: 连问短答}]"),
              "style/sorry.yaml",
              style("style/sorry", "[{asked: '坏了', say: '<整句>', unless-said: '抱歉'}]"),
              "test/wechat.yaml",
              Books.rule("test/wechat", "offer", "['加微信', '加你的微信']")
                  .replace("[好的，我帮您看看。]", "['这里聊。看一下。好的。', 亲，在这里聊。]")));

  private static String style(String id, String match) {
    return Books.rule(id, "style", match).replace("severity: block", "severity: remind");
  }

  private static Report lint(Shop shop, String draft, Turn... turns) {
    return LINTER.lint(new LintRequest(null, draft, List.of(turns), shop, null));
  }

  private static List<String> found(String draft, Turn... turns) {
    return lint(Shop.DEFAULT, draft, turns).findings().stream()
        .map(each -> each.rule() + ":" + each.matched())
        .toList();
  }

  @Test
  void aRuleRemindsOnceADraft() {
    assertEquals(List.of("style/address:你的"), found("你的快递，你的发票，你家"));
    assertEquals("remind", lint(Shop.DEFAULT, "你的快递").verdict().label());
  }

  @Test
  void quotedWordsDoNotCountAndNegationPlaysNoPart() {
    assertEquals(List.of(), found("卡片上是“你的最爱”"));
    assertEquals(List.of("style/address:你的"), found("不是你的"));
  }

  @Test
  void whereAnOffenceIsToldMannerIsNot() {
    assertEquals(List.of("test/wechat:加你的微信"), found("加你的微信"));
    assertEquals(List.of("test/wechat:加微信", "style/address:你的"), found("加微信，你的发票在"));
    assertEquals(List.of("test/wechat:加微信"), found("您好呀。加微信聊。等您哦。"));
  }

  @Test
  void aShopMaySwitchItOff() {
    Shop shop =
        new Shop(
            Platform.TMALL, false, true, false, false, false, List.of(), Set.of("style/address"));
    assertEquals(List.of(), lint(shop, "你的快递").findings());
    assertEquals(1, lint(shop, "您好呀。稍等哦。查一下。").findings().size());
  }

  @Test
  void mannerAloneIsNotRewrittenNorStopsARewrite() {
    assertNull(lint(Shop.DEFAULT, "你的快递到了").rewritten());
    assertEquals(
        List.of("这里聊。看一下。好的。", "亲，在这里聊。"), lint(Shop.DEFAULT, "加微信").findings().get(0).rewrites());
    assertEquals("这里聊。看一下。好的。", lint(Shop.DEFAULT, "加微信").rewritten());
  }

  @Test
  void aRewriteKeepsTheMannerOfInnocentSentences() {
    assertEquals("你的票开好了。这里聊。看一下。好的。等您哦～", lint(Shop.DEFAULT, "你的票开好了。加微信。等您哦～").rewritten());
  }

  @ParameterizedTest
  @ValueSource(strings = {"您好呀。稍等哦。查一下。", "您好呀！稍等哦；查一下", "您好呀\n稍等哦\n查一下"})
  void threeSentencesWantAnEmoji(String draft) {
    assertEquals(List.of("style/emoji:" + draft), found(draft));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "您好呀。稍等哦。",
        "好。好。好。",
        "您好呀。稍等哦。查一下～",
        "您好呀。稍等哦。查一下😊",
        "您好呀。稍等哦。查一下🫶",
        "您好呀。稍等哦。查一下☺",
        "您好呀。稍等哦。查一下/:066",
        "您好呀。稍等哦。查一下^_^",
        "您好呀。稍等哦。查一下[微笑]"
      })
  void otherwiseNot(String draft) {
    assertEquals(List.of(), found(draft));
  }

  @ParameterizedTest
  @CsvSource({
    "亲，您的订单正在安排，请您耐心等待, true",
    "亲您的订单正在安排请您耐心等待哦, false",
    "亲　您的訂單正在安排 请您耐心等待, true",
    "稍等哦亲, false"
  })
  void aLongReplyIsNotSentTwice(String before, boolean reminded) {
    Turn[] turns = {Turn.agent(before), Turn.buyer("还要多久")};
    String draft = before.startsWith("亲") ? "亲，您的订单正在安排，请您耐心等待" : before;
    assertEquals(reminded ? 1 : 0, found(draft, turns).size());
    assertEquals(List.of(), found(draft, Turn.buyer(before)));
  }

  @Test
  void severalQuestionsWantSeveralAnswers() {
    Turn[] two = {Turn.buyer("有红色的吗？"), Turn.buyer("支持退货么")};
    assertEquals(List.of("style/all:有红色的"), found("有红色的", two));
    assertEquals(List.of("style/all:有红色的"), found("有红色的", Turn.buyer("有红色的吗，支持退货么")));
    assertEquals(List.of(), found("有红色，也支持退", two));
    assertEquals(List.of(), found("有红色的", Turn.buyer("在吗？"), Turn.buyer("有红色的吗")));
    assertEquals(List.of(), found("有红色的", two[0], Turn.agent("在的"), two[1]));
  }

  @Test
  void whatTheShopHasSaidClears() {
    Turn broken = Turn.buyer("杯子坏了");
    assertEquals(List.of("style/sorry:您拍照"), found("您拍照", broken));
    assertEquals(List.of(), found("您拍照", broken, Turn.agent("非常抱歉")));
    assertEquals(List.of("style/sorry:您拍照"), found("您拍照", Turn.buyer("抱歉"), broken));
  }
}
