package com.replylinter.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.text.Span;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenamesTest {
  private static final Renames RENAMES =
      Renames.of(Map.of("京东", "天猫", "天猫", "京东", "拼多多", "天猫", "旺旺", "微信", "阿里旺旺", "QQ"));

  @ParameterizedTest
  @CsvSource({
    "去天猫买, 去京东买",
    "京东天猫, 天猫京东",
    "拼多多有, 天猫有",
    "加阿里旺旺, 加QQ",
    "加旺旺旺旺, 加微信微信",
    "多多, 多多",
    "'', ''",
  })
  void theLongestWordIsRenamedOnce(String text, String renamed) {
    assertEquals(renamed, RENAMES.in(text));
    assertEquals(renamed, RENAMES.in(TextNormalizer.normalize(text)).text());
  }

  /** A new word leads back to the whole old one, whatever their lengths. */
  @ParameterizedTest
  @CsvSource({
    "您去拼多多买, 2, 4, 2, 5",
    "您去拼多多买, 2, 3, 2, 5",
    "您去拼多多买, 4, 5, 5, 6",
    "加阿里旺旺吧, 1, 3, 1, 5",
    "加阿里旺旺吧, 3, 4, 5, 6",
    "加阿 里旺\u200B旺吧, 1, 3, 1, 7",
  })
  void spansLeadBackToTheOriginal(String text, int start, int end, int from, int to) {
    NormalizedText renamed = RENAMES.in(TextNormalizer.normalize(text));

    assertEquals(new Span(from, to), renamed.original(start, end));
  }

  @Test
  void clausesAndQuotationsStay() {
    NormalizedText renamed = RENAMES.in(TextNormalizer.normalize("拼多多，“阿里旺旺”"));

    assertEquals("天猫,QQ", renamed.text());
    assertTrue(renamed.isClauseStart(3));
    assertTrue(renamed.isQuoted(3, 5));
  }

  @Test
  void withoutWordsNothingIsCopied() {
    NormalizedText text = TextNormalizer.normalize("去天猫买");

    assertSame(text, Renames.NONE.in(text));
  }
}
