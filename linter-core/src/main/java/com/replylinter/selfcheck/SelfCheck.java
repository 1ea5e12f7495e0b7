package com.replylinter.selfcheck;

import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.Turn;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Trap;
import com.replylinter.phrasebook.Example;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Voice;
import com.replylinter.selfcheck.Disguise.Disguised;
import com.replylinter.selfcheck.SelfCheckResult.Failure;
import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs the examples of every rule.
 *
 * <p>A bad example must be found at exactly its marked spans, also in full width, spaced out and
 * with zero-width characters inside. A good example must not be found. Of a trap, a bad example
 * must yield the rule's first rewrite as the answer. A rule with a failed example is left out of
 * the healthy phrasebook, alone.
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
        boolean trap = rule.kind() == Rule.Kind.TRAP;
        rule.examples()
            .forEach(
                trap
                    ? example -> check.checkTrap(rule, example)
                    : example -> check.check(rule, example));
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

  private void checkTrap(Rule rule, Example example) {
    examples++;
    for (Disguise disguise : Disguise.values()) {
      if (!disguise.isExact()) {
        continue;
      }
      LintRequest request =
          new LintRequest(null, "", disguised(example, disguise), example.shop(), example.at());
      Optional<Trap> found =
          linter.lint(request).traps().stream()
              .filter(trap -> trap.rule().equals(rule.id()))
              .findFirst();
      String problem = problem(rule, example, found);
      if (problem != null) {
        failures.add(new Failure(rule.id(), marked(example), problem(disguise, problem)));
        return;
      }
      if (!example.bad()) {
        return;
      }
    }
  }

  private @Nullable String problem(Rule rule, Example example, Optional<Trap> found) {
    if (found.isPresent() != example.bad()) {
      return example.bad() ? "没有找到" : "不应该是陷阱";
    }
    LintRequest request =
        new LintRequest(null, "", example.conversation(), example.shop(), example.at());
    Voice voice = rule.voice(example.shop(), request.day());
    String wanted =
        linter.phrasebook().on(example.shop().platform()).write(voice).rewrites().get(0);
    return found.isPresent() && !wanted.equals(found.get().reply())
        ? "推荐的第一条回答在这里不合规：" + wanted
        : null;
  }

  /** The buyer's messages of a trap in another spelling. */
  private static List<Turn> disguised(Example example, Disguise disguise) {
    return example.conversation().stream()
        .map(
            turn ->
                turn.role() == Turn.Role.BUYER
                    ? Turn.buyer(disguise.apply(turn.text()).text())
                    : turn)
        .toList();
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
    return problem(disguise, what);
  }

  private static String problem(Disguise disguise, String what) {
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
