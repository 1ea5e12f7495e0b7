package com.replylinter.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.replylinter.LintRequest;
import com.replylinter.Platform;
import com.replylinter.Shop;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Report;
import com.replylinter.phrasebook.BuiltIn;
import com.replylinter.phrasebook.PlatformProfile;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.phrasebook.Template;
import com.replylinter.phrasebook.Voice;
import com.replylinter.selfcheck.SelfCheck;
import com.replylinter.selfcheck.SelfCheckResult.Failure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every rule must hold. */
class RulesTest {
  private static final int FEWEST_EXAMPLES = 8;
  private static final int FEWEST_REWRITES = 2;
  private static final int VALUES = 3;

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
      for (String rewrite : filled(rule)) {
        shops()
            .filter(shop -> on(shop).applies(rule.id()))
            .flatMap(shop -> lint(on(shop).write(rewrite), shop).findings().stream())
            .map(RulesTest::describe)
            .distinct()
            .forEach(finding -> failures.add(rule.id() + ": " + rewrite + " -> " + finding));
      }
    }
    noneOf(failures, failure -> failure);
  }

  /** On JD nobody should read of Wangwang, Tmall or Tmall's points. */
  @Test
  void elsewhereNoTextSpeaksOfTmall() {
    Pattern tmall = Pattern.compile("天猫|旺旺|千牛|支付宝|扣\\d+分|\\d+分");
    List<String> failures = new ArrayList<>();
    for (Platform platform : List.of(Platform.JD, Platform.PINDUODUO, Platform.DOUYIN)) {
      PlatformProfile profile = Book.get().on(platform);
      for (Rule rule : Book.get().rules()) {
        Voice voice = profile.write(rule.voice(Shop.on(platform), LocalDate.MAX));
        List<String> texts = new ArrayList<>(voice.rewrites());
        texts.addAll(List.of(voice.title(), voice.message(), voice.why()));
        rule.penalties().stream()
            .filter(profile::counts)
            .forEach(penalty -> texts.add(profile.write(penalty.basis())));
        if (profile.applies(rule.id())) {
          texts.stream()
              .filter(text -> tmall.matcher(text).find())
              .forEach(text -> failures.add(platform + " " + rule.id() + ": " + text));
        }
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

  private static PlatformProfile on(Shop shop) {
    return Book.get().on(shop.platform());
  }

  /** A rule's rewrites, those with slots filled with each of some values. */
  private static List<String> filled(Rule rule) {
    List<String> filled = new ArrayList<>();
    for (String rewrite : rule.everyRewrite()) {
      for (int i = 0; i < VALUES; i++) {
        int value = i;
        filled.add(
            Template.of(rewrite)
                .fill(slot -> values(slot).get(value % values(slot).size()))
                .orElseThrow());
      }
    }
    return filled.stream().distinct().toList();
  }

  private static List<String> values(String slot) {
    return switch (slot) {
      case "天数" -> List.of("3天", "1天", "3到5天");
      case "快递公司" -> List.of("顺丰", "EMS", "中通");
      case "礼品" -> List.of("小勺子", "袜子", "纸巾、杯子");
      default -> List.of(Objects.requireNonNull(BuiltIn.SLOTS.get(slot), slot));
    };
  }

  private static void few(Rule rule, boolean bad, List<String> failures) {
    long count = rule.examples().stream().filter(example -> example.bad() == bad).count();
    if (count < FEWEST_EXAMPLES) {
      failures.add(rule.id() + ": " + count + (bad ? " bad" : " good") + " examples");
    }
  }

  /** Every combination of settings. */
  private static Stream<Shop> shops() {
    return Arrays.stream(Platform.values())
        .flatMap(
            platform -> IntStream.range(0, 1 << 5).mapToObj(settings -> shop(platform, settings)));
  }

  private static Shop shop(Platform platform, int settings) {
    return new Shop(
        platform,
        (settings & 1) != 0,
        (settings & 2) != 0,
        (settings & 4) != 0,
        (settings & 8) != 0,
        (settings & 16) != 0,
        List.of());
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
