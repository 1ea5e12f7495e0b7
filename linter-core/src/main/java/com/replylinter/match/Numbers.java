package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers in Arabic or Chinese numerals and what lies between two: 6, 3.5, 十五, 两, 半, 三到五, 3-5. */
final class Numbers {
  private static final String CHINESE = "零〇一二两三四五六七八九十百千万几半俩仨";

  /** Numerals of documents. Most also are parts of ordinary words, so one alone is none. */
  private static final String FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟萬幺";

  private static final String RANGE = "-~到至";

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
      if (isDigit(c) || isChinese(c)) {
        return true;
      }
    }
    return false;
  }

  /** The number that begins at {@code start}, as far as it reaches; null if none does. */
  static @Nullable Hit at(NormalizedText text, int start) {
    int end = end(text, start);
    if (end < 0) {
      return null;
    }
    if (end + 1 < text.length() && RANGE.indexOf(text.charAt(end)) >= 0) {
      int more = end(text, end + 1);
      end = more < 0 ? end : more;
    }
    return Hit.word(start, end);
  }

  /** Where the single number that begins at {@code start} ends; -1 if none begins. */
  static int end(NormalizedText text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    if (end > start) {
      while (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
        end++;
        while (end < text.length() && isDigit(text.charAt(end))) {
          end++;
        }
      }
      while (end < text.length() && "万千百".indexOf(text.charAt(end)) >= 0) {
        end++;
        while (end < text.length() && isDigit(text.charAt(end))) {
          end++; // 1万5
        }
      }
      return end;
    }
    boolean formal = false;
    while (end < text.length() && isChinese(text.charAt(end))) {
      formal |= FORMAL.indexOf(text.charAt(end)) >= 0;
      end++;
    }
    return end == start || (formal && end == start + 1) ? -1 : end;
  }

  /** Whether {@code c} stands between the ends of a range. */
  static boolean isRange(char c) {
    return RANGE.indexOf(c) >= 0;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isChinese(char c) {
    return c >= '〇' && (CHINESE.indexOf(c) >= 0 || FORMAL.indexOf(c) >= 0);
  }
}
