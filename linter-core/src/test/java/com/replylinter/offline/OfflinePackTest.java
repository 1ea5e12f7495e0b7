package com.replylinter.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.Books;
import com.replylinter.finding.Finding.PenaltyNote;
import com.replylinter.offline.LiteralPattern.Step;
import com.replylinter.phrasebook.Phrasebook;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is packed of a rule's patterns, and how a chat window matches it. */
class OfflinePackTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final String WORDS =
      """
      通讯: ['{微信|qq}', '-微信支付']
      税: ['税点']
      """;

  @ParameterizedTest
  @CsvSource({
    // words in order, with a gap, in one clause
    "'加 …4 <通讯>', 加我的微信吧, true",
    "'加 …4 <通讯>', 加我们店的那个微信吧, false",
    "'加 …4 <通讯>', '加吧，微信', false",
    "'加 …4 <通讯>', '加吧\n微信', false",
    "'加 …4 <通讯>', 微信加我, false",
    "'加<通讯>', 加微信, true",
    "'加<通讯>', 加个微信, false",
    // an optional part, alternatives, any order
    "'加[我|你]的<通讯>', 加你的微信, true",
    "'加[我|你]的<通讯>', 加的微信, true",
    "'加[我|你]的<通讯>', 加他的微信, false",
    "'<通讯> & 便宜', 便宜点加微信, true",
    "'<通讯> & 便宜', 微信给你便宜, true",
    // folds: width, case, blanks, what has no width
    "'加<通讯>', 加 Ｑ Q 吧, true",
    "'加<通讯>', 加\u200b微\u2060信, true",
    // a number by its first digit
    "'加 …2 <数字>个点', 开票要加12个点, true",
    "'加 …2 <数字>个点', 开票要加几个点, false",
    // a gap that must not contain something
    "'加 …!不 <通讯>', 加微信, true",
    "'加 …!不 <通讯>', 加不了微信, false",
    // negation, innocent longer words
    "'加<通讯>', 我们不加微信, false",
    "'加<通讯>', '不好说，加微信', true",
    "'加<通讯>', 加微信支付的优惠, false",
    // what words cannot tell
    "'^加<通讯>', 加微信, false",
    "'加 <手机号>', 加 13800138000, false",
  })
  void aPatternIsSpeltOut(String pattern, String draft, boolean flagged) {
    OfflinePack pack = pack(Books.rule("test/a", "offer", "['" + pattern + "']"));

    assertEquals(flagged, !OfflineMatcher.broken(pack, draft).isEmpty(), pack::toString);
  }

  @Test
  void aTopicMayStandOnEitherSide() {
    OfflinePack pack = pack(Books.rule("test/a", "offer", "[{about: '{发票|开票}', say: '加 …4 <税>'}]"));

    assertEquals(1, OfflineMatcher.broken(pack, "开票要加一个税点").size());
    assertEquals(1, OfflineMatcher.broken(pack, "加税点才有发票").size());
    assertEquals(0, OfflineMatcher.broken(pack, "要加一个税点").size());
  }

  @Test
  void onlyAnOfferIsClearedByANegator() {
    assertEquals(0, OfflineMatcher.broken(pack(kind("offer")), "不会加微信").size());
    assertEquals(1, OfflineMatcher.broken(pack(kind("statement")), "不会加微信").size());
    assertEquals(1, OfflineMatcher.broken(pack(kind("refusal")), "不会加微信").size());
  }

  @Test
  void aPatternThatFlagsAGoodExampleOfAnyRuleIsLeftOut() {
    OfflinePack pack =
        pack(
            Books.rule("test/a", "offer", "['加<通讯>', '扫<通讯>']"),
            Books.rule("test/b", "offer", "['无关']").replace("good: []", "good: ['请扫微信付款码']"));

    assertEquals(1, OfflineMatcher.broken(pack, "加微信").size());
    assertEquals(0, OfflineMatcher.broken(pack, "扫微信").size());
  }

  @Test
  void anExceptionClearsWhatItOverlaps() {
    String rule = Books.rule("test/a", "offer", "['加<通讯>']") + "unless: ['{加微信群主|加微信运动}']\n";
    OfflinePack pack = pack(rule.replace("good: []", "good: ['加微信运动的好友']"));

    assertEquals(0, OfflineMatcher.broken(pack, "加微信运动").size());
    assertEquals(1, OfflineMatcher.broken(pack, "加微信").size());
  }

  @Test
  void whatDependsOnMoreThanTheDraftIsLeftOut() {
    assertEquals(List.of(), pack(kind("offer") + "shop: {cod: true}\n").rules());
    assertEquals(List.of(), pack(kind("offer").replace("block", "warn")).rules());
    assertEquals(
        List.of(), pack(Books.rule("test/a", "offer", "[{asked: 便宜, say: '加<通讯>'}]")).rules());
  }

  @Test
  void aRuleSpeaksAsItDoesInReports() {
    OfflinePack.OfflineRule rule = pack(kind("offer")).rules().get(0);

    assertEquals("test/a", rule.rule().toString());
    assertEquals(List.of("好的，我帮您看看。"), rule.rewrites());
    assertEquals(new PenaltyNote(6, "测试", false), rule.penalty());
  }

  @Test
  void wordsThatFindNothingFurtherAreDropped() {
    LiteralPattern wordy =
        new LiteralPattern(
            List.of(
                new Step(List.of("开发票", "发票", "票据"), 0), new Step(List.of("加收", "加收钱", "加"), 3)));

    assertEquals(
        new LiteralPattern(List.of(new Step(List.of("发票", "票据"), 0), new Step(List.of("加"), 3))),
        wordy.concise());
    assertTrue(wordy.concise().size() < wordy.size());
  }

  private static String kind(String kind) {
    return Books.rule("test/a", kind, "['加<通讯>']");
  }

  private static OfflinePack pack(String... rules) {
    String[] files = new String[2 * rules.length + 2];
    files[0] = "_words/words.yaml";
    files[1] = WORDS;
    for (int i = 0; i < rules.length; i++) {
      files[2 * i + 2] = "test/" + (char) ('a' + i) + ".yaml";
      files[2 * i + 3] = rules[i];
    }
    Phrasebook book = Books.book(files);
    return OfflinePackBuilder.build(book, DAY);
  }
}
