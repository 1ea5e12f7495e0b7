package com.replylinter.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
