package com.replylinter.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.Shop;
import com.replylinter.offline.OfflineMatcher;
import com.replylinter.offline.OfflinePack;
import com.replylinter.offline.OfflinePack.OfflineRule;
import com.replylinter.offline.OfflinePackBuilder;
import com.replylinter.phrasebook.Example;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a chat window can tell by itself of the phrasebook's own examples. */
class OfflineTest {
  /** Share of the bad examples of rules that block, said without a conversation. */
  private static final double LEAST_FOUND = 0.35;

  private static final OfflinePack PACK =
      OfflinePackBuilder.build(Book.get(), LocalDate.of(2026, 11, 22));

  @Test
  void noGoodExampleAndNoRewriteIsFlagged() {
    List<String> good =
        Book.get().rules().stream()
            .flatMap(rule -> Stream.concat(rule.everyRewrite().stream(), good(rule)))
            .toList();
    // A line end ends a clause, so nothing is found in all of them that is not in one.
    if (OfflineMatcher.broken(PACK, String.join("\n", good)).isEmpty()) {
      return;
    }
    List<String> alarms =
        good.stream().filter(draft -> !OfflineMatcher.broken(PACK, draft).isEmpty()).toList();

    assertEquals(List.of(), alarms);
  }

  @Test
  void aFairShareOfWhatIsBadByItselfIsFlagged() {
    List<String> bad =
        Book.get().rules().stream()
            .filter(rule -> rule.severity() == Severity.BLOCK)
            .flatMap(rule -> rule.examples().stream())
            .filter(example -> example.bad() && example.conversation().isEmpty())
            .map(Example::draft)
            .toList();
    long found =
        bad.stream().filter(draft -> !OfflineMatcher.broken(PACK, draft).isEmpty()).count();

    assertTrue(found >= LEAST_FOUND * bad.size(), found + " of " + bad.size());
  }

  @ParameterizedTest
  @CsvSource({
    "亲，开发票要加6个点的税点哦, invoice/charge-tax-point",
    "'我们店不开发票的，见谅', invoice/refuse",
    "加我微信，给您便宜点, contact/offsite-chat",
    "给个五星好评返您5元红包, review/cashback",
    "ＱＱ 上加 我微 信聊, contact/offsite-chat"
  })
  void thePlainestOffencesAreFlagged(String draft, String rule) {
    assertTrue(
        OfflineMatcher.broken(PACK, draft).stream().anyMatch(id -> id.toString().equals(rule)),
        () -> OfflineMatcher.broken(PACK, draft).toString());
  }

  @Test
  void onlyRulesThatBlockAreInIt() {
    for (OfflineRule each : PACK.rules()) {
      assertEquals(Severity.BLOCK, each.severity(), each.rule().toString());
      assertTrue(!each.patterns().isEmpty(), each.rule().toString());
      assertTrue(!each.rewrites().isEmpty(), each.rule().toString());
    }
    assertEquals(Book.get().version(), PACK.phrasebook());
  }

  /** What is good on another platform may be bad on this one. */
  private static Stream<String> good(Rule rule) {
    return rule.examples().stream()
        .filter(example -> !example.bad())
        .filter(example -> example.shop().platform() == Shop.DEFAULT.platform())
        .map(Example::draft);
  }
}
