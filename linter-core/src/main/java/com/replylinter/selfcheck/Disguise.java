package com.replylinter.selfcheck;

import com.replylinter.normalize.TextNormalizer;
import com.replylinter.text.Span;

/** Spellings of a whole text; each keeps the way from the plain text's offsets. */
enum Disguise {
  PLAIN("原样", true),
  FULL_WIDTH("全角", true),
  SPACED("加空格", true),
  ZERO_WIDTH("加零宽字符", true),
  TRADITIONAL("繁体字", false),
  DOTTED("加间隔号", false),
  STARRED("加星号", false),
  EMOJI("夹表情", false),
  CIRCLED("带圈数字", false),
  KEYCAP("键帽数字", false),
  CHINESE_DIGITS("汉字数字", false),
  CAPITALS("大写字母", false),
  LOOKALIKE_LETTERS("形近字母", false);

  private static final String CIRCLED_DIGITS = "⓪①②③④⑤⑥⑦⑧⑨";
  private static final String HAN_DIGITS = "零一二三四五六七八九";
  private static final String LATIN = "aeopcyxi";
  private static final String CYRILLIC = "аеорсухі";

  private final String label;
  private final boolean exact;

  Disguise(String label, boolean exact) {
    this.label = label;
    this.exact = exact;
  }

  /** The name shown in reports, in Chinese. */
  String label() {
    return label;
  }

  /** Whether an example must be found at exactly the same place in this spelling too. */
  boolean isExact() {
    return exact;
  }

  /** A text in this spelling, and where each code unit of the plain text went. */
  record Disguised(String text, int[] starts) {
    /** Where a plain span went; separators after its last character are left out. */
    Span moved(Span plain) {
      return new Span(starts[plain.start()], starts[plain.end() - 1] + 1);
    }
  }

  Disguised apply(String plain) {
    StringBuilder text = new StringBuilder();
    int[] starts = new int[plain.length()];
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (i > 0 && TextNormalizer.isHan(c) && TextNormalizer.isHan(plain.charAt(i - 1))) {
        text.append(between());
      }
      starts[i] = text.length();
      text.append(spelled(c));
    }
    return new Disguised(text.toString(), starts);
  }

  /** What is put between two Chinese characters. */
  private String between() {
    return switch (this) {
      case SPACED -> " ";
      case ZERO_WIDTH -> "\u200B";
      case DOTTED -> "·";
      case STARRED -> "*";
      case EMOJI -> "😊";
      default -> "";
    };
  }

  private String spelled(char c) {
    boolean digit = c >= '0' && c <= '9';
    return switch (this) {
      case FULL_WIDTH -> Character.toString(c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : c);
      case TRADITIONAL -> TextNormalizer.traditional(c);
      case CIRCLED -> digit ? CIRCLED_DIGITS.substring(c - '0', c - '0' + 1) : String.valueOf(c);
      case KEYCAP -> digit ? c + "\uFE0F\u20E3" : String.valueOf(c);
      case CHINESE_DIGITS -> digit ? HAN_DIGITS.substring(c - '0', c - '0' + 1) : String.valueOf(c);
      case CAPITALS -> Character.toString(Character.toUpperCase(c));
      case LOOKALIKE_LETTERS ->
          LATIN.indexOf(c) >= 0
              ? String.valueOf(CYRILLIC.charAt(LATIN.indexOf(c)))
              : String.valueOf(c);
      default -> String.valueOf(c);
    };
  }
}
