package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers in Arabic or Chinese numerals: 6, 3.5, 十五, 两, 几, 半. */
final class Numbers {
  private static final String CHINESE = "零〇一二两三四五六七八九十百千万几半俩仨";

  private Numbers() {}

  /** Every number in the text, longest first character on. */
  static List<Hit> of(NormalizedText text) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      Hit number = at(text, i);
      if (number == null) {
        i++;
      } else {
        hits.add(number);
        i = number.end();
      }
    }
    return hits;
  }

  /** Whether any character is a numeral. */
  static boolean occurIn(NormalizedText text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c) || CHINESE.indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The number that begins at {@code start}; null if none does. */
  static @Nullable Hit at(NormalizedText text, int start) {
    int end = endOfDigits(text, start);
    if (end > start) {
      while (end + 1 < text.length()
          && ".-~到至".indexOf(text.charAt(end)) >= 0
          && isDigit(text.charAt(end + 1))) {
        end = endOfDigits(text, end + 1);
      }
      while (end < text.length() && "万千百".indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      return Hit.word(start, end);
    }
    while (end < text.length() && CHINESE.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end > start ? Hit.word(start, end) : null;
  }

  private static int endOfDigits(NormalizedText text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
