package com.replylinter.selfcheck;

import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.finding.Finding;
import com.replylinter.phrasebook.Example;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import com.replylinter.selfcheck.Disguise.Disguised;
import com.replylinter.selfcheck.SelfCheckResult.Failure;
import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the examples of every rule.
 *
 * <p>A bad example must be found at exactly its marked spans, also in full width, spaced out and
 * with zero-width characters inside. A good example must not be found. A rule with a failed example
 * is left out of the healthy phrasebook, alone.
 */
public final class SelfCheck {
  private final Linter linter;
  private final List<Failure> failures = new ArrayList<>();
  private int examples;

  private SelfCheck(Linter linter) {
    this.linter = linter;
  }

  /** Checks every rule. */
  public static SelfCheckResult run(Phrasebook book) {
    return run(Linter.of(book));
  }

  /** Checks every rule of the linter's phrasebook. */
  public static SelfCheckResult run(Linter linter) {
    SelfCheck check = new SelfCheck(linter);
    for (Rule rule : linter.phrasebook().rules()) {
      if (rule.status() == Rule.Status.STABLE) {
        rule.examples().forEach(example -> check.check(rule, example));
      }
    }
    SelfCheckResult result =
        new SelfCheckResult(linter.phrasebook(), check.failures, check.examples);
    return new SelfCheckResult(
        linter.phrasebook().without(result.quarantined()), check.failures, check.examples);
  }

  private void check(Rule rule, Example example) {
    examples++;
    for (Disguise disguise : Disguise.values()) {
      if (!disguise.isExact()) {
        continue;
      }
      Disguised disguised = disguise.apply(example.draft());
      List<Span> expected = example.spans().stream().map(disguised::moved).toList();
      List<Span> found = spans(rule, example, disguised.text());
      if (!found.equals(expected)) {
        failures.add(
            new Failure(rule.id(), marked(example), reason(disguise, disguised.text(), found)));
        return;
      }
      if (!example.bad()) {
        return;
      }
    }
  }

  private List<Span> spans(Rule rule, Example example, String draft) {
    LintRequest request =
        new LintRequest(null, draft, example.conversation(), example.shop(), example.at());
    return linter.lint(request).findings().stream()
        .filter(finding -> finding.rule().equals(rule.id()))
        .map(Finding::span)
        .toList();
  }

  private static String reason(Disguise disguise, String draft, List<Span> found) {
    String what =
        found.isEmpty()
            ? "没有找到"
            : "找到的是 "
                + String.join("、", found.stream().map(span -> "“" + span.of(draft) + "”").toList());
    return disguise == Disguise.PLAIN ? what : what + "（" + disguise.label() + "）";
  }

  private static String marked(Example example) {
    StringBuilder text = new StringBuilder(example.draft());
    for (int i = example.spans().size() - 1; i >= 0; i--) {
      text.insert(example.spans().get(i).end(), "}}").insert(example.spans().get(i).start(), "{{");
    }
    example
        .conversation()
        .forEach(turn -> text.insert(0, "〔" + turn.role().label() + "：" + turn.text() + "〕"));
    return text.toString();
  }
}
