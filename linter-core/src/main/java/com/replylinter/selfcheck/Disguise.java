package com.replylinter.selfcheck;

import com.replylinter.normalize.TextNormalizer;
import com.replylinter.text.Span;

/** Spellings that every fold must see through; each keeps the way from the plain text's offsets. */
enum Disguise {
  PLAIN("原样"),
  FULL_WIDTH("全角"),
  SPACED("加空格"),
  ZERO_WIDTH("加零宽字符");

  private final String label;

  Disguise(String label) {
    this.label = label;
  }

  /** The name shown in reports, in Chinese. */
  String label() {
    return label;
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
      boolean betweenHan =
          i > 0 && TextNormalizer.isHan(c) && TextNormalizer.isHan(plain.charAt(i - 1));
      if (betweenHan && this == SPACED) {
        text.append(' ');
      } else if (betweenHan && this == ZERO_WIDTH) {
        text.append('\u200B');
      }
      starts[i] = text.length();
      text.append(this == FULL_WIDTH && c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : c);
    }
    return new Disguised(text.toString(), starts);
  }
}
