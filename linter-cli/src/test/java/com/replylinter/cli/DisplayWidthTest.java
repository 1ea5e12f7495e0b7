package com.replylinter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.replylinter.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          'abc',          3
          '',             0
          '发票',         4
          '發票',         4
          '，。！',       6
          'ＱＱ',         4
          'ﾊﾝｶｸ',         4
          '한국',         4
          '𠮷',           2
          '¥5',           2
          'é',            1
          '👍',           2
          '👍🏻',           2
          '👨‍👩‍👧',           2
          '🇨🇳',           2
          '❤️',            2
          '❤',            1
          '~',            1
          '～',           2
          """)
  void columns(String text, int columns) {
    assertEquals(columns, DisplayWidth.of(text));
  }

  @Test
  void invisibleCharactersTakeNoColumn() {
    assertEquals(4, DisplayWidth.of("发\u200b票\u200d\ufe0e"));
    assertEquals(1, DisplayWidth.of("e\u0301"));
  }

  /** The characters of {@code [ ]} in the draft are the span. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain [text] here        | plain text here          | '      ^^^^'
          亲,开发票要[加6个点]哦   | 亲,开发票要加6个点哦     | '           ^^^^^^^'
          [微信]                   | 微信                     | '^^^^'
          👍🏻好[的]                | 👍🏻好的                  | '    ^^'
          👍🏻[👍🏻]                 | 👍🏻👍🏻                    | '  ^^'
          ｖ[ｘ]                   | ｖｘ                     | '  ^^'
          发\u200b[票]             | 发\u200b票               | '  ^^'
          [发\u200b票]             | 发\u200b票               | '^^^^'
          a\tb[c]                  | a bc                     | '   ^'
          x\u001b[红[色]           | x\ufffd[红色             | '     ^^'
          \u202e[反]               | \ufffd反                 | ' ^^'
          \ud800[半]               | \ufffd半                 | ' ^^'
          """)
  void underlinesDoubleWidth(String marked, String line, String marks) {
    String draft = marked;
    int start = draft.lastIndexOf('[');
    int end = draft.indexOf(']') - 1;
    String text = new StringBuilder(draft).deleteCharAt(end + 1).deleteCharAt(start).toString();

    assertEquals(List.of(new Underline(line, marks)), Underline.of(text, new Span(start, end)));
  }

  @Test
  void underlinesEveryLineOfASpan() {
    String draft = "第一行\r\n第二行加\n微信\n第四行";

    assertEquals(
        List.of(new Underline("第二行加", "      ^^"), new Underline("微信", "^^^^")),
        Underline.of(draft, new Span(draft.indexOf("加"), draft.indexOf("\n第四"))));
  }

  @Test
  void showsOnlyWhatIsAroundTheSpan() {
    String draft = "一".repeat(100) + "微信" + "二".repeat(100);

    assertEquals(
        List.of(
            new Underline(
                "…" + "一".repeat(32) + "微信" + "二".repeat(32) + "…", " ".repeat(65) + "^^^^")),
        Underline.of(draft, new Span(100, 102)));
  }

  @Test
  void cutsNoGlyphInHalf() {
    String family = "👩\u200d👩\u200d👧";
    String draft = family.repeat(10) + "x微信" + family.repeat(10);
    Underline shown = Underline.of(draft, new Span(81, 83)).get(0);

    assertEquals(
        new Underline(
            "…" + family.repeat(4) + "x微信" + family.repeat(4) + "…", " ".repeat(10) + "^^^^"),
        shown);
  }
}
