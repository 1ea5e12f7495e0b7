package com.replylinter.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextNormalizerTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // width and case
        "ＱＱ：１２３ | qq:123",
        "加6％ | 加6%",
        "①③⑧ | 138",
        "𝐐𝐐 | qq",
        "㎏ | kg",
        // script
        "現在不能開發票 | 现在不能开发票",
        // zero-width characters, variation selectors, controls
        "发\u200B票 | 发票",
        "发\uFE0F\u2060票 | 发票",
        "发\u0000票 | 发票",
        "1\uFE0F\u20E33 | 13",
        // separators between Chinese characters
        "好·评 返-现 | 好评返现",
        "发 票 | 发票",
        "微.信 | 微信",
        "加❤我👍🏻 | 加我",
        "“五星”好评 | 五星好评",
        // what holds a word or number together stays
        "满3.5折 | 满3.5折",
        "id a_b-c | ida_b-c",
        "10:30到 | 10:30到",
        "¥5+1 | ¥5+1",
        // punctuation stays
        "好，的。 | 好,的。",
      })
  void folds(String original, String folded) {
    assertEquals(folded, TextNormalizer.fold(original));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "亲，可以的。加6个点 | 亲,/可以的。/加6个点",
        "这个可以 不用加钱 | 这个可以/不用加钱",
        "好的~马上发您 | 好的/马上发您",
        "可以的👌没问题 | 可以的/没问题",
        "打成“办公用品”就行 | 打成办公用品就行",
        "多收 12 元的 | 多收12元的",
        "抬 头 要 公 司 的 | 抬头要公司的",
        "好·评返现 | 好评返现",
        "亲 不行 | 亲不行",
      })
  void endsClausesAtPunctuationAndAtSeparatorsBetweenLongerPieces(String original, String clauses) {
    NormalizedText text = TextNormalizer.normalize(original);
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      joined.append(i > 0 && text.isClauseStart(i) ? "/" : "").append(text.charAt(i));
    }
    assertEquals(clauses, joined.toString());
  }

  @Test
  void spansOfTheOriginalCoverWhatWasDroppedInside() {
    String original = "👍🏻发\u200B 票";
    NormalizedText text = TextNormalizer.normalize(original);
    assertEquals("发票", text.text());
    assertEquals(new Span(4, 8), text.original(0, 2));
  }

  /**
   * Random texts of every kind of character: positions stay in order, inside the text, and lead
   * back to their source.
   */
  @Test
  void offsetsHoldForRandomTexts() {
    Random random = new Random(20261122);
    String[] alphabet = {
      "发", "票", "開", "微", "Ａ", "b", "7", "③", "㎏", " ", "　", "\u200B", "\uFE0F", "·", "~", "，", "。",
      "?", "\n", "👍🏻", "❤", "\uD800", "\uDC00", "\u0000", "𝐐", "é", "ß", "İ", "가"
    };
    for (int round = 0; round < 3_000; round++) {
      StringBuilder original = new StringBuilder();
      int length = random.nextInt(30);
      for (int i = 0; i < length; i++) {
        original.append(alphabet[random.nextInt(alphabet.length)]);
      }
      check(original.toString());
    }
  }

  private static void check(String original) {
    NormalizedText text = TextNormalizer.normalize(original);
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      Span one = text.original(i, i + 1);
      assertTrue(one.end() <= original.length() && one.length() >= 1, () -> original);
      assertTrue(starts.isEmpty() || one.start() >= starts.get(starts.size() - 1), () -> original);
      assertTrue(
          TextNormalizer.fold(one.of(original) + "字").indexOf(text.charAt(i)) >= 0
              || ".-_/:@?=&#*'".indexOf(text.charAt(i)) >= 0,
          () -> original + " at " + one);
      starts.add(one.start());
    }
    if (text.length() > 0) {
      assertEquals(
          text.original(0, text.length()).end(),
          text.original(text.length() - 1, text.length()).end());
    }
  }
}
