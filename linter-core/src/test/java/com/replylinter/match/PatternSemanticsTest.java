package com.replylinter.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.replylinter.Books;
import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.finding.Finding;
import com.replylinter.phrasebook.Phrasebook;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each piece of the notation matches, row by row; an empty last column means nothing. */
class PatternSemanticsTest {
  private static final String WORDS =
      """
      开票: [开票, '开{个|张|}发票', '-开发票夹']
      加: ['{加|补|另付}']
      无货: [无货, '-无货币']
      不给: ['不 {给|开}']
      """;

  private static List<String> matches(String pattern, String text) {
    Phrasebook book =
        Books.book(
            "_words/test.yaml",
            WORDS,
            "test/rule.yaml",
            Books.rule("test/rule", "statement", "['" + pattern + "']"));
    return Linter.of(book).lint(LintRequest.of(text)).findings().stream()
        .map(Finding::matched)
        .toList();
  }

  @ParameterizedTest(name = "[{0}] in [{1}] -> [{2}]")
  @CsvSource(
      delimiter = '#',
      nullValues = "-",
      value = {
        // literals, after folding on both sides
        "发票 # 能开發票吗 # 發票",
        "qq # 加ＱＱ吧 # ＱＱ",
        "qq # qqmail # -",
        "qq # QQ123456 # QQ",
        "5 # 15块 # -",
        "发票 # 发，票 # -",
        // alternatives and optional parts
        "{税点|税费} # 要税费的 # 税费",
        "收[您的]税点 # 收税点 # 收税点",
        "收[您的]税点 # 收您的税点 # 收您的税点",
        "开{个|张|}票 # 开票 # 开票",
        "开{个|张|}票 # 开张票 # 开张票",
        // word lists, named patterns, innocent longer words
        "<开票> # 帮您开个发票 # 开个发票",
        "<开票> # 送您一个开发票夹 # -",
        "<无货> # 无货币功能 # -",
        "<无货> # 这款无货 # 无货",
        "<不给> # 我们不帮开 # 不帮开",
        // adjacency and gaps
        "不<开票> # 不开票 # 不开票",
        "不<开票> # 不能开票 # -",
        "不 <开票> # 不给开票 # 不给开票",
        // 不 is not a word of its own in 不能
        "不 <开票> # 不能开票 # -",
        "不 <开票> # 不给您们开票 # -",
        "<开票> … 税点 # 开票的话要税点 # 开票的话要税点",
        "<开票> … 税点 # 开票一二三四五六七八九税点 # -",
        "<开票> …12 税点 # 开票一二三四五六七八九税点 # 开票一二三四五六七八九税点",
        "<开票> … 税点 # 开票，税点 # -",
        "<开票> …… 税点 # 开票可以。税点要付 # 开票可以。税点",
        "<开票> …!不 税点 # 开票不收税点 # -",
        "<开票> …!不 税点 # 开票收税点 # 开票收税点",
        // the nearest words join
        "<开票> … 税点 # 开票和开票的税点 # 开票的税点",
        // any order
        "税点 & <开票> # 开票要税点 # 开票要税点",
        "税点 & <开票> # 税点另算，开票 # -",
        "税点 && <开票> # 税点另算，开票 # 税点另算，开票",
        // edges
        "^不行$ # 亲不行哦 # 不行",
        "^不行$ # 这个不行哦 # -",
        "^不行$ # 可以的，不行哦，再说 # 不行",
        "^^不行$$ # 可以的，不行哦 # -",
        "^^不行$$ # 亲，不行的哦。 # 不行",
        // entities
        "<加> <百分比> # 加6个点 # 加6个点",
        "<加> <百分比> # 另付百分之三 # 另付百分之三",
        "<加> <金额> # 补十五块 # 补十五块",
        "<加> <金额> # 补¥15 # 补¥15",
        "卡号<银行卡号> # 卡号6222021234567890128 # 卡号6222021234567890128",
        "卡号<银行卡号> # 卡号6222021234567890123 # -",
        "证号<身份证号> # 证号33010619900101123X # 证号33010619900101123X",
        "发<邮箱> # 发xiaolin@qq.com # 发xiaolin@qq.com",
        "打<手机号> # 打138-0013-8000 # 打138-0013-8000",
        "打<手机号> # 打12345 # -",
        "等<天数> # 等三五天 # 等三五天",
        // a single character must be a word of its own
        "票 # 火车票 # -",
        "开 # 开心 # -",
        "加 # 加6个点 # 加",
        // but not where a known word straddles the segmenter's cut (补税/点)
        "补<加>[税点] # 补加税点 # 补加税点",
      })
  void row(String pattern, String text, String expected) {
    assertEquals(
        expected == null ? List.of() : List.of(expected.split("/")), matches(pattern, text));
  }
}
