package com.replylinter.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.Books;
import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.finding.Commitment;
import com.replylinter.finding.Finding;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a finding commits the shop to: what was said, and nothing else. */
class PromiseTest {
  private static final String WORDS =
      """
      礼品: ['[小]{勺子|杯子|袜子|纸巾|收纳袋|绑带}']
      快递名: ['{顺丰|圆通|极兔|ems}']
      时间: ['{明天|后天}']
      愿意: ['^^{可以|好的|行}']
      """;

  private static final Phrasebook BOOK =
      Books.book(
          "_words/test.yaml",
          WORDS,
          "test/gift.yaml",
          rule("test/gift", "['{送|塞} {您|你}', {asked: '送', say: <愿意>}]", "gift, what: <礼品>"),
          "test/courier.yaml",
          rule(
              "test/courier",
              "['{发|走} <快递名>', {asked: '发 <快递名>', say: <愿意>}]",
              "courier, courier: <快递名>"),
          "test/arrival.yaml",
          rule("test/arrival", "['{必到|一定到}']", "arrival, by: <时间>, days: <天数>"),
          "test/after-sales.yaml",
          rule("test/after-sales", "['{赔|补偿}{您|你}']", "after-sales, amount: <金额>"),
          "test/plain.yaml",
          Books.rule("test/plain", "statement", "['没有承诺']"));
  private static final Linter LINTER = Linter.of(BOOK);

  private static String rule(String id, String match, String commits) {
    return Books.rule(id, "offer", match) + "commits: {type: " + commits + "}\n";
  }

  private static String promised(String draft, Turn... turns) {
    LintRequest request = new LintRequest(null, draft, Arrays.asList(turns), Shop.DEFAULT, null);
    List<String> all =
        LINTER.lint(request).findings().stream()
            .map(Finding::commitment)
            .filter(Objects::nonNull)
            .map(PromiseTest::describe)
            .toList();
    return String.join(" | ", all);
  }

  private static String describe(Commitment commitment) {
    List<String> parts = new ArrayList<>(List.of(commitment.type().label()));
    for (Object part :
        Arrays.asList(
            commitment.what(), commitment.courier(), commitment.by(), commitment.amount())) {
      if (part != null) {
        parts.add(part.toString());
      }
    }
    Commitment.Days days = commitment.days();
    if (days != null) {
      parts.add(days.min() + ".." + days.max());
    }
    return String.join(" ", parts);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '#',
      value = {
        "送您一个小勺子 # gift 小勺子",
        "小勺子送您 # gift 小勺子",
        "送您一个小 勺\u200B子 # gift 小勺子",
        "送您一包纸巾和两双袜子 # gift 纸巾、袜子",
        "送您一个绑带收纳袋 # gift 收纳袋",
        "不送杯子，送您纸巾 # gift 纸巾",
        "杯子有货。送您一个勺子 # gift 勺子",
        "杯子有货。送您 # gift",
        "给您发顺丰 # courier 顺丰",
        "不发圆通，发极兔 # courier 极兔",
        "走EMS # courier EMS",
        "走ＥＭＳ # courier ems",
        "明天一定到 # arrival 明天",
        "三天必到 # arrival 3..3",
        "三到五天必到 # arrival 3..5",
        "3~5天必到 # arrival 3..5",
        "两三天必到 # arrival 2..3",
        "几天必到 # arrival",
        "半天必到 # arrival",
        "赔您十块 # after-sales 10.00",
        "赔您十五块八 # after-sales 15.80",
        "补偿您¥15.5 # after-sales 15.50",
        "补偿您5到10元 # after-sales",
        "送您纸巾，发顺丰，明天一定到 # gift 纸巾 | courier 顺丰 | arrival 明天",
      })
  void itIsReadFromTheSentence(String draft, String expected) {
    assertEquals(expected, promised(draft));
  }

  @ParameterizedTest(name = "{0} / {1} -> {2}")
  @CsvSource(
      delimiter = '#',
      value = {
        "能送个杯子吗 # 可以 # gift 杯子",
        "能送个杯子吗 # 可以，送您勺子 # gift 勺子 | gift 勺子",
        "能送杯子和袜子吗 # 可以 # gift",
        "别发圆通，发极兔 # 好的 # courier 极兔",
        "发圆通还是发极兔 # 好的 # courier",
      })
  void aShortAnswerPromisesWhatWasAskedFor(String question, String draft, String expected) {
    assertEquals(expected, promised(draft, Turn.buyer(question)));
  }

  @Test
  void whereNothingIsPromisedThereIsNoCommitment() {
    assertEquals("", promised("没有承诺"));
  }

  @Test
  void theKindOfPromiseMustBeKnown() {
    List<Problem> problems =
        Books.load("test/gift.yaml", rule("test/gift", "['送']", "present, what: <没有>")).problems();
    List<String> texts = problems.stream().map(Problem::render).toList();
    assertEquals(2, texts.size(), texts::toString);
    assertTrue(
        texts.stream()
            .anyMatch(
                text ->
                    text.contains("“type”不能是“present”；可以写：gift、courier、after-sales、ship、arrival")));
    assertTrue(texts.stream().anyMatch(text -> text.contains("没有名叫“没有”的词表")));
  }
}
