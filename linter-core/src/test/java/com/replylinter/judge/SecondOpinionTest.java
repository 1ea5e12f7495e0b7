package com.replylinter.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.replylinter.Books;
import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.finding.Finding;
import com.replylinter.likeness.LabelledCase;
import com.replylinter.likeness.LikenessModel;
import com.replylinter.likeness.LikenessTrainer;
import com.replylinter.normalize.Variants;
import com.replylinter.phrasebook.Phrasebook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the learned model adds to the patterns, and what it takes back. */
class SecondOpinionTest {
  private static final Phrasebook BOOK =
      Books.book(
          "chat/away.yaml",
          Books.rule("chat/away", "offer", "['企鹅']"),
          "chat/fresh.yaml",
          Books.rule("chat/fresh", "statement", "['夜色']")
              .replace("[好的，我帮您看看。]", "['挪个地方聊，清单图我传给您。']"),
          "fresh/rule.yaml",
          Books.rule("fresh/rule", "statement", "['夜灯']"));
  private static final Linter PATTERNS_ALONE = Linter.of(BOOK);
  private static final Linter WITH_MODEL =
      Linter.of(
          new Phrasebook(
              BOOK.version(),
              BOOK.rules(),
              BOOK.words(),
              BOOK.variants(),
              BOOK.platforms(),
              model()));

  private static LikenessModel model() {
    List<LabelledCase> cases = new ArrayList<>();
    for (String what : List.of("尺寸图", "实拍", "清单", "报价", "说明书", "样图", "视频")) {
      cases.add(new LabelledCase(List.of("chat/away"), List.of(), what + "您加企鹅我发过去吧"));
      cases.add(new LabelledCase(List.of("chat/away"), List.of(), "打13911112222"));
      cases.add(new LabelledCase(List.of("chat/away"), List.of(), "挪个地方聊" + what + "我传给您"));
      cases.add(new LabelledCase(List.of(), List.of(), what + "里的企鹅夜灯充满能亮八小时"));
      cases.add(new LabelledCase(List.of(), List.of(), "企鹅夜灯的" + what + "在详情页下面"));
      cases.add(new LabelledCase(List.of(), List.of(), what + "已经在这里发您了"));
    }
    return LikenessTrainer.train(cases, Map.of(), Variants.NONE);
  }

  private static List<String> found(Linter linter, String draft, Turn... turns) {
    return linter
        .lint(new LintRequest(null, draft, List.of(turns), Shop.DEFAULT, null))
        .findings()
        .stream()
        .map(each -> each.rule() + ":" + each.matched())
        .toList();
  }

  @Test
  void itFindsWordingsThatNoPatternForesaw() {
    assertEquals(List.of(), found(PATTERNS_ALONE, "挪个地方聊，图纸我传给您"));
    assertEquals(List.of("chat/away:挪个地方聊，图纸我传给您"), found(WITH_MODEL, "挪个地方聊，图纸我传给您"));
  }

  @Test
  void itFindsNoFaultWithWhatTheRulesRecommend() {
    assertEquals(List.of(), found(WITH_MODEL, "挪个地方聊，清单图我传给您。"));
    assertEquals(1, found(WITH_MODEL, "挪个地方聊，清单我传给您。").size());
  }

  @Test
  void theDigitsOfANumberResembleNothing() {
    assertEquals(1, found(WITH_MODEL, "打13800138000").size());
    assertEquals(List.of(), found(WITH_MODEL, "13800138000"));
  }

  @Test
  void itTakesBackChanceMatches() {
    assertEquals(List.of("chat/away:企鹅", "fresh/rule:夜灯"), found(PATTERNS_ALONE, "企鹅夜灯充满能亮八小时"));
    assertEquals(List.of("fresh/rule:夜灯"), found(WITH_MODEL, "企鹅夜灯充满能亮八小时"));
  }

  @Test
  void itLeavesRealMatchesAlone() {
    assertEquals(List.of("chat/away:企鹅"), found(WITH_MODEL, "图纸您加企鹅我发过去吧"));
  }

  @Test
  void aLongHarmlessAnswerHidesNoOffenceBesideIt() {
    String harmless = "报价已经在这里发您了，企鹅夜灯的实拍在详情页下面，说明书也已经在这里发您了";
    for (String between : List.of("。", "？", "\n")) {
      assertEquals(
          List.of("fresh/rule:夜灯", "chat/away:挪个地方聊，图纸我传给您"),
          found(WITH_MODEL, harmless + between + "挪个地方聊，图纸我传给您"),
          between);
      assertEquals(
          List.of("chat/away:企鹅", "fresh/rule:夜灯"),
          found(WITH_MODEL, "清单您加企鹅我发过去吧" + between + harmless),
          between);
    }
  }

  @Test
  void everySentenceOfAHarmlessReplyIsHarmless() {
    assertEquals(List.of("fresh/rule:夜灯"), found(WITH_MODEL, "清单已经在这里发您了。企鹅夜灯充满能亮八小时。样图已经在这里发您了"));
  }

  @Test
  void whatOnlyNotesAPromiseIsNotTakenBack() {
    String note =
        Books.rule("chat/away", "offer", "['企鹅']")
            .replace("severity: block", "severity: remind")
            .replace("rewrites:", "commits: {type: gift}\nrewrites:");
    Phrasebook book = Books.book("chat/away.yaml", note);
    Linter notes =
        Linter.of(
            new Phrasebook(
                book.version(),
                book.rules(),
                book.words(),
                book.variants(),
                book.platforms(),
                model()));
    assertEquals(List.of("chat/away:企鹅"), found(notes, "企鹅夜灯充满能亮八小时"));
  }

  @Test
  void aRuleItDoesNotKnowSpeaksForItself() {
    assertEquals(List.of("fresh/rule:夜灯"), found(WITH_MODEL, "夜灯的尺寸图在详情页下面"));
  }

  @Test
  void aRuleItDoesNotKnowKeepsItFromNothing() {
    assertEquals(
        List.of("chat/away:挪个地方聊，夜色图我传给您", "chat/fresh:夜色"), found(WITH_MODEL, "挪个地方聊，夜色图我传给您"));
  }

  @Test
  void anOfferThatIsDeclinedStaysHarmless() {
    assertEquals(List.of(), found(WITH_MODEL, "图纸不加企鹅，我在这里发过去吧"));
  }

  @Test
  void itHasNoOpinionOnAFewCharactersToNothing() {
    assertEquals(List.of("chat/away:企鹅"), found(WITH_MODEL, "企鹅夜"));
  }

  @Test
  void theMessageThatDecidedIsNamed() {
    List<LabelledCase> cases = new ArrayList<>();
    for (String what : List.of("尺寸图", "实拍图", "清单", "报价单", "说明书", "样图", "视频")) {
      Turn asked = Turn.buyer("加企鹅发我" + what + "行吗");
      cases.add(new LabelledCase(List.of("chat/away"), List.of(asked), "可以的呀，您报号码"));
      cases.add(new LabelledCase(List.of(), List.of(Turn.buyer(what + "在哪里看")), "可以的呀，您报号码"));
      cases.add(new LabelledCase(List.of(), List.of(asked), what + "就在这里发您"));
      cases.add(new LabelledCase(List.of(), List.of(), "可以的呀，您报号码"));
      cases.add(new LabelledCase(List.of("chat/away"), List.of(), "挪个地方聊" + what + "我传给您"));
    }
    Linter linter =
        Linter.of(
            new Phrasebook(
                BOOK.version(),
                BOOK.rules(),
                BOOK.words(),
                BOOK.variants(),
                BOOK.platforms(),
                LikenessTrainer.train(cases, Map.of(), Variants.NONE)));
    Turn question = Turn.buyer("加企鹅发我图纸行吗");

    assertEquals(List.of(), because(linter, "可以的呀，您报号码"));
    assertEquals(List.of(0), because(linter, "可以的呀，您报号码", question, Turn.agent("在的")));
    assertEquals(
        List.of(1), because(linter, "可以的呀，您报号码", Turn.agent("您好"), question, Turn.buyer("在吗")));
    assertEquals(Arrays.asList((Integer) null), because(linter, "挪个地方聊，图纸我传给您", Turn.buyer("在吗")));
  }

  /** The deciding turn of each finding. */
  private static List<Integer> because(Linter linter, String draft, Turn... turns) {
    return linter
        .lint(new LintRequest(null, draft, List.of(turns), Shop.DEFAULT, null))
        .findings()
        .stream()
        .map(Finding::becauseTurn)
        .toList();
  }
}
