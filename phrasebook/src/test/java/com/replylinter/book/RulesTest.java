package com.replylinter.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.replylinter.LintRequest;
import com.replylinter.Shop;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Report;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.selfcheck.SelfCheck;
import com.replylinter.selfcheck.SelfCheckResult.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every rule must hold. */
class RulesTest {
  private static final int FEWEST_EXAMPLES = 8;
  private static final int FEWEST_REWRITES = 2;

  @Test
  void loadsWithoutProblems() {
    assertTrue(Book.problems().isEmpty(), Book::problemText);
  }

  @TestFactory
  Stream<DynamicTest> examples() {
    Map<RuleId, List<Failure>> failures =
        SelfCheck.run(Book.linter()).failures().stream()
            .collect(Collectors.groupingBy(Failure::rule));
    return Book.get().rules().stream()
        .map(
            rule ->
                dynamicTest(
                    rule.id().toString(),
                    () -> noneOf(failures.getOrDefault(rule.id(), List.of()), Failure::render)));
  }

  @Test
  void everyScoredOffenceHasARule() {
    noneOf(
        Book.lines("scored-ids.txt").stream()
            .filter(id -> Book.get().rule(RuleId.parse(id)).isEmpty())
            .toList(),
        id -> id + ": no rule");
  }

  @Test
  void everyRuleHasEnoughExamplesAndRewrites() {
    List<String> failures = new ArrayList<>();
    for (Rule rule : Book.get().rules()) {
      few(rule, true, failures);
      few(rule, false, failures);
      if (rule.rewrites().size() < FEWEST_REWRITES) {
        failures.add(rule.id() + ": " + rule.rewrites().size() + " rewrites");
      }
    }
    noneOf(failures, failure -> failure);
  }

  @Test
  void everyRewriteIsCleanUnderAllRulesInEveryShop() {
    List<String> failures = new ArrayList<>();
    for (Rule rule : Book.get().rules()) {
      for (String rewrite : rule.rewrites()) {
        shops()
            .flatMap(shop -> lint(rewrite, shop).findings().stream())
            .map(RulesTest::describe)
            .distinct()
            .forEach(finding -> failures.add(rule.id() + ": " + rewrite + " -> " + finding));
      }
    }
    noneOf(failures, failure -> failure);
  }

  @Test
  void rulesNamedByOtherRulesExist() {
    List<String> failures = new ArrayList<>();
    for (Rule rule : Book.get().rules()) {
      for (RuleId other : rule.over()) {
        if (Book.get().rule(other).isEmpty() || other.equals(rule.id())) {
          failures.add(rule.id() + " goes over " + other);
        }
      }
    }
    noneOf(failures, failure -> failure);
  }

  private static void few(Rule rule, boolean bad, List<String> failures) {
    long count = rule.examples().stream().filter(example -> example.bad() == bad).count();
    if (count < FEWEST_EXAMPLES) {
      failures.add(rule.id() + ": " + count + (bad ? " bad" : " good") + " examples");
    }
  }

  private static Stream<Shop> shops() {
    return Stream.of(false, true)
        .flatMap(
            cod ->
                Stream.of(false, true)
                    .flatMap(
                        free ->
                            Stream.of(false, true)
                                .map(presale -> new Shop("tmall", cod, free, presale, List.of()))));
  }

  private static Report lint(String draft, Shop shop) {
    Report report = Book.linter().lint(new LintRequest(null, draft, List.of(), shop, null));
    assertTrue(report.complete());
    return report;
  }

  private static String describe(Finding finding) {
    return finding.rule() + " \"" + finding.matched() + "\"";
  }

  private static <T> void noneOf(
      List<T> failures, java.util.function.Function<T, String> describe) {
    assertEquals("", failures.stream().map(describe).collect(Collectors.joining("\n")), "failures");
  }
}
