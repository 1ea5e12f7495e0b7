package com.replylinter.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.LintRequest;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.finding.Report;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines the product stands or falls with; most are where a keyword list goes wrong. */
class MustHoldTest {

  private static Report lint(String draft) {
    return Book.linter().lint(LintRequest.of(draft));
  }

  private static List<String> families(String draft) {
    return lint(draft).findings().stream()
        .map(finding -> finding.rule().family())
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "发票是免费开的,不收税点哦",
        "不是不给您开票",
        "用得开心就好，不开心随时找我",
        "QQ糖还有三种口味",
        "这款手机无货币符号键",
        "没货损就可以退",
        "不会让您加微信的",
        "可以用微信支付的哦",
        "奇瑞QQ也能用这款脚垫",
        "V领的是这个链接",
        "凡是让您转账到私人账户的都是骗子"
      })
  void isClean(String draft) {
    assertEquals(List.of(), families(draft));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "亲,开发票要加6个点的税点哦 | invoice",
        "开发票要收税点 | invoice",
        "您补税点才能开票 | invoice",
        "我们店不开发票的 | invoice",
        "加QQ说吧 | contact",
        "这款无货 | stock",
        "現在不能開發票哦 | invoice",
        "发\u200B票\u200B开不了哦 | invoice",
        "加Ｑ Ｑ说吧 | contact",
      })
  void isBlocked(String draft, String family) {
    assertEquals(List.of(family), families(draft));
    assertEquals("block", lint(draft).verdict().label());
  }

  /** The span is exact in the text as sent, whatever stands before it or inside. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "👍🏻👨‍👩‍👧加QQ说吧 | 加QQ",
        "𠮷野家😀😀 加QQ | 加QQ",
        "我们不开發\u200B票的 | 不开發\u200B票",
      })
  void marksExactly(String draft, String matched) {
    Report report = lint(draft);
    assertEquals(
        List.of(matched), report.findings().stream().map(finding -> finding.matched()).toList());
    assertEquals(draft.indexOf(matched), report.findings().get(0).span().start());
  }

  @ParameterizedTest(name = "{0} / {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {"能开发票吗 | 开不了哦亲 | invoice", "盖子能先拧开吗 | 开不了哦亲 | -"})
  void theQuestionDecides(String question, String draft, String family) {
    LintRequest request =
        new LintRequest(null, draft, List.of(Turn.buyer(question)), Shop.DEFAULT, null);
    assertEquals(
        family == null ? List.of() : List.of(family),
        Book.linter().lint(request).findings().stream()
            .map(finding -> finding.rule().family())
            .distinct()
            .toList());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "能开发票吗 | trap/invoice",
        "开票要加几个点 | trap/tax-point",
        "可以刷信用卡不 | trap/credit-card",
        "可以货到付款吗 | trap/cod",
        "我微信转你行不 | trap/bank-transfer",
        "加个微信吧 | trap/offsite-contact",
        "帮我把订单关了 | trap/close-order",
        "我老公用他的号买的，帮我查下到哪了 | trap/other-account",
        "好评返多少 | trap/review-reward",
        "到底有没有货 | trap/stock",
        "你们店铺没交保证金，我付不了款 | trap/shop-deposit",
        "发票夹有货吗 | -",
        "信用卡包多大 | -",
        "微信支付可以吗 | -",
        "怎么关掉自动播放 | -",
      })
  void aTrapIsToldByTheQuestion(String question, String rule) {
    LintRequest request =
        new LintRequest(null, "", List.of(Turn.buyer(question)), Shop.DEFAULT, null);
    List<String> traps =
        Book.linter().lint(request).traps().stream().map(trap -> trap.rule().toString()).toList();
    if (rule == null) {
      assertEquals(List.of(), traps);
    } else {
      assertTrue(traps.contains(rule), traps::toString);
    }
  }
}
