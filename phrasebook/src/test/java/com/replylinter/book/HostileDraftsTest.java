package com.replylinter.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.LintRequest;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.explain.Explanation;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Report;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The longest drafts that repeat what rules look for are judged whole; how long that takes is
 * measured by {@code linter-bench/run lengths}.
 */
class HostileDraftsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "加",
        "加微",
        "加微信",
        "不加微信，",
        "不开发票。",
        "发票加6个点的税点",
        "(",
        "“‘",
        "“加微信”写着",
        "您是要加微信吗",
        "1",
        "1-1:",
        "1.",
        "13800138000,",
        "a.b/",
        "周",
        "百分之"
      })
  void areJudgedWhole(String part) {
    String draft =
        part.repeat(LintRequest.MAX_DRAFT_LENGTH / part.length() + 1)
            .substring(0, LintRequest.MAX_DRAFT_LENGTH);
    LintRequest request =
        new LintRequest(
            null, draft, Collections.nCopies(1_000, Turn.buyer("能开发票吗")), Shop.DEFAULT, null);

    Report report = Book.linter().lint(request);

    assertTrue(report.complete());
    for (Finding finding : report.findings()) {
      assertEquals(finding.span().of(draft), finding.matched());
    }
    Explanation explanation = Book.linter().explain(request);
    assertEquals(report, explanation.report());
    assertEquals(
        report.findings().size(),
        explanation.candidates().stream().filter(Explanation.Suspect::kept).count());
  }
}
