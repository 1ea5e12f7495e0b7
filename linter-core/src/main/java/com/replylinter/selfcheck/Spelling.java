package com.replylinter.selfcheck;

import com.replylinter.normalize.TextNormalizer;
import com.replylinter.normalize.Variant;

/** Kinds of disguised spellings. */
enum Spelling {
  LATIN("拼音和缩写"),
  MIXED("汉字拼音混写"),
  SYMBOL("表情符号"),
  LOOKALIKE("谐音形近字");

  private final String label;

  Spelling(String label) {
    this.label = label;
  }

  /** The name shown in reports, in Chinese. */
  String label() {
    return label;
  }

  static Spelling of(Variant variant) {
    boolean han = false;
    boolean latin = false;
    for (int codePoint : variant.spelling().codePoints().toArray()) {
      if (codePoint < 0x80 ? Character.isLetterOrDigit(codePoint) : isFullWidth(codePoint)) {
        latin = true;
      } else if (codePoint < 0xFFFF && TextNormalizer.isHan((char) codePoint)) {
        han = true;
      } else if (codePoint >= 0x80) {
        return SYMBOL;
      }
    }
    return !latin ? LOOKALIKE : han ? MIXED : LATIN;
  }

  private static boolean isFullWidth(int codePoint) {
    return codePoint >= 0xFF10 && codePoint <= 0xFF5A;
  }
}
