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

  @Test
  void aTrapMustBeFoundAndItsFirstAnswerBeClean() {
    String trap = Books.rule("test/x", "trap", "['开票吗']").replace("{bad: [], good: []}", "%s");
    Phrasebook book =
        Books.book(
            "test/fine.yaml",
            trap.replace("test/x", "test/fine")
                .formatted("{bad: [能开票吗, {talk: [{buyer: 开票吗}, {buyer: 在吗}]}], good: [在吗]}"),
            "test/missed.yaml",
            trap.replace("test/x", "test/missed").formatted("{bad: [有票没], good: []}"),
            "test/alarm.yaml",
            trap.replace("test/x", "test/alarm").formatted("{bad: [], good: [能开票吗]}"),
            "test/unclean.yaml",
            trap.replace("test/x", "test/unclean")
                .replace("[好的，我帮您看看。]", "[我们不能开票。, 可以的。]")
                .formatted("{bad: [能开票吗], good: []}"),
            "test/refuse.yaml",
            rule("test/refuse", "{bad: [], good: []}"));
    assertEquals(
        List.of(
            "test/alarm：〔buyer：能开票吗〕 不应该是陷阱",
            "test/missed：〔buyer：有票没〕 没有找到",
            "test/unclean：〔buyer：能开票吗〕 推荐的第一条回答在这里不合规：我们不能开票。"),
        SelfCheck.run(book).failures().stream().map(SelfCheckTest::line).toList());
  }

  private static String line(Failure failure) {
    return failure.render().replaceAll("\\R\\s*", " ");
  }
}
