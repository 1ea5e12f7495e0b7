package com.replylinter.selfcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.replylinter.Books;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.selfcheck.SelfCheckResult.Failure;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelfCheckTest {

  private static String rule(String id, String examples) {
    return Books.rule(id, "refusal", "['{不|不能} {开票|开发票}']")
        .replace("{bad: [], good: []}", examples);
  }

  @Test
  void aFailingRuleIsQuarantinedAlone() {
    Phrasebook book =
        Books.book(
            "test/good.yaml", rule("test/good", "{bad: ['亲{{不能开票}}'], good: ['可以开票']}"),
            "test/missed.yaml", rule("test/missed", "{bad: ['{{没有票}}的'], good: []}"),
            "test/span.yaml", rule("test/span", "{bad: ['{{亲不能开票}}'], good: []}"),
            "test/alarm.yaml", rule("test/alarm", "{bad: [], good: ['不能开票']}"));
    SelfCheckResult result = SelfCheck.run(book);
    assertEquals(5, result.examples());
    assertEquals(
        Set.of(RuleId.parse("test/alarm"), RuleId.parse("test/missed"), RuleId.parse("test/span")),
        result.quarantined());
    assertEquals(
        List.of("test/good"),
        result.healthy().rules().stream().map(each -> each.id().toString()).toList());
    assertEquals(
        List.of(
            "test/alarm：不能开票 找到的是 “不能开票”",
            "test/missed：{{没有票}}的 没有找到",
            "test/span：{{亲不能开票}} 找到的是 “不能开票”"),
        result.failures().stream().map(SelfCheckTest::line).toList());
  }

  @Test
  void everyBadExampleMustSurviveTheFolds() {
    Phrasebook book = Books.book("test/a.yaml", rule("test/a", "{bad: ['{{不开發票}} QQ']}"));
    assertEquals(List.of(), SelfCheck.run(book).failures());
  }

  private static String line(Failure failure) {
    return failure.render().replaceAll("\\R\\s*", " ");
  }
}
