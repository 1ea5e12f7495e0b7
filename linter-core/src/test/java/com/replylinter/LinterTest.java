package com.replylinter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.finding.Finding;
import com.replylinter.finding.Report;
import com.replylinter.finding.Verdict;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Severity;
import com.replylinter.text.Span;
import com.replylinter.token.Tokenizer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinterTest {
  private static final Phrasebook BOOK =
      Books.book(
          "test/invoice.yaml",
          Books.rule("test/invoice", "refusal", "['不{开发票|开票}', '不 开']")
                  .replace(
                      "basis: 测试, source: D0, from: 2013-01-01}",
                      "basis: 旧, source: D0, from: 2013-01-01, until: 2020-01-01}\n  - {points: 4, basis: 新, source: D1, from: 2018-01-01}")
                  .replace("[好的，我帮您看看。]", "[这里不开票, 亲，可以开的。]")
              + """
              wordings:
                - {shop: {platform: taobao}, severity: warn, why: 集市店也要开。}
                - {until: 2015-01-01, message: 那时也要开。, rewrites: [亲，给您开。]}
                - {shop: {platform: taobao}, title: 轮不到}
              """);
  private static final Linter LINTER = Linter.of(BOOK);

  private static List<Span> spans(String draft) {
    return LINTER.lint(LintRequest.of(draft)).findings().stream().map(Finding::span).toList();
  }

  @Test
  void spansAreOffsetsOfTheDraftAsSent() {
    assertEquals(List.of(new Span(0, 4)), spans("不开发票"));
    assertEquals(List.of(new Span(5, 9)), spans("👍🏻亲不开发票"));
    assertEquals(List.of(new Span(1, 6)), spans("亲不开發\u200B票"));
    assertEquals(List.of(new Span(0, 3), new Span(4, 7)), spans("不开票，不开票"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u0000",
        "\uD800",
        "\uDC00\uD800",
        "hello, how are you?",
        "😀😀😀",
        "اهلا",
        "\n\n\n",
        "，。！"
      })
  void anyTextIsLinted(String draft) {
    Report report = LINTER.lint(LintRequest.of(draft));
    assertEquals(Verdict.PASS, report.verdict());
    assertTrue(report.complete());
    assertNull(report.rewritten());
  }

  @Test
  void aDraftOverTheLimitIsRefused() {
    LintRequest limit = LintRequest.of("好".repeat(LintRequest.MAX_DRAFT_LENGTH));
    assertTrue(LINTER.lint(limit).complete());
    LintRequest over = LintRequest.of("好".repeat(LintRequest.MAX_DRAFT_LENGTH + 1));
    assertThrows(IllegalArgumentException.class, () -> LINTER.lint(over));
  }

  @Test
  void aFailingSegmenterMakesTheReportIncompleteAndHidesNothing() {
    Tokenizer broken =
        text -> {
          throw new Tokenizer.TokenizerException(new IllegalStateException("broken"));
        };
    Report report = Linter.of(BOOK, broken).lint(LintRequest.of("我们不给开"));
    assertFalse(report.complete());
    assertEquals(Verdict.BLOCK, report.verdict());
  }

  @Test
  void thePenaltyIsThatOfTheDayAndTheHighestStated() {
    assertEquals("6 旧 true", penalty(LocalDate.of(2019, 1, 1)));
    assertEquals("4 新 false", penalty(LocalDate.of(2026, 1, 1)));
    assertEquals("6 旧 false", penalty(LocalDate.of(2016, 1, 1)));
    assertEquals("null", penalty(LocalDate.of(2012, 12, 31)));
  }

  private static String penalty(LocalDate day) {
    LintRequest request = new LintRequest(null, "不开发票", List.of(), Shop.DEFAULT, day);
    Finding.PenaltyNote note = LINTER.lint(request).findings().get(0).penalty();
    return note == null ? "null" : note.points() + " " + note.basis() + " " + note.sourcesDiffer();
  }

  @Test
  void aWordingSpeaksUnderItsCircumstances() {
    Finding usual = finding(Shop.DEFAULT, LocalDate.of(2026, 1, 1));
    assertEquals(Severity.BLOCK, usual.severity());

    Finding taobao = finding(Shop.on(Platform.TAOBAO), LocalDate.of(2014, 1, 1));
    assertEquals(Severity.WARN, taobao.severity());
    assertEquals("集市店也要开。", taobao.why());
    assertEquals(usual.message(), taobao.message());
    assertEquals(usual.title(), taobao.title());

    Finding early = finding(Shop.DEFAULT, LocalDate.of(2014, 12, 31));
    assertEquals("那时也要开。", early.message());
    assertEquals(List.of("亲，给您开。"), early.rewrites());
  }

  private static Finding finding(Shop shop, LocalDate day) {
    return LINTER.lint(new LintRequest(null, "不开发票", List.of(), shop, day)).findings().get(0);
  }

  @Test
  void aRewriteThatIsNotCleanIsNeverProposed() {
    Report report = LINTER.lint(LintRequest.of("您好。我们不开票。谢谢！"));
    assertEquals(List.of("亲，可以开的。"), report.findings().get(0).rewrites());
    assertEquals("您好。可以开的。谢谢！", report.rewritten());
  }

  @Test
  void manyThreadsShareOneLinter() {
    List<Integer> counts =
        IntStream.range(0, 2_000)
            .parallel()
            .mapToObj(i -> spans("第" + i + "单不开发票").size())
            .distinct()
            .toList();
    assertEquals(List.of(1), counts);
  }
}
