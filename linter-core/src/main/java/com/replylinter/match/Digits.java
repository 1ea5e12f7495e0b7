package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.TextNormalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers that identify rather than count, and names made of Latin letters: phones, cards,
 * accounts, links.
 */
final class Digits {
  private Digits() {}

  /**
   * Runs of {@code min} to {@code max} digits; masking signs and hyphens inside count as digits do.
   */
  static List<Hit> runs(NormalizedText text, int min, int max) {
    List<Hit> hits = new ArrayList<>();
    for (Hit run : all(text)) {
      int digits = count(text, run);
      if (digits >= min && digits <= max) {
        hits.add(run);
      }
    }
    return hits;
  }

  /**
   * Mobile numbers (1[3-9] and nine more), land lines with an area code, and 400/800 lines; masked
   * digits allowed.
   */
  static List<Hit> phones(NormalizedText text) {
    List<Hit> hits = new ArrayList<>();
    for (Hit run : all(text)) {
      int digits = count(text, run);
      char first = text.charAt(run.start());
      char second = run.length() > 1 ? text.charAt(run.start() + 1) : ' ';
      boolean mobile = first == '1' && second >= '3' && digits == 11;
      boolean landLine = first == '0' && digits >= 10 && digits <= 12;
      boolean hotline =
          (text.text().startsWith("400", run.start()) || text.text().startsWith("800", run.start()))
              && digits == 10;
      if (mobile || landLine || hotline) {
        hits.add(run);
      }
    }
    return hits;
  }

  /** Latin names of 5 to 20 letters with a digit or underscore among them. */
  static List<Hit> accountNames(NormalizedText text) {
    List<Hit> hits = new ArrayList<>();
    for (Hit word : latin(text)) {
      String name = text.text().substring(word.start(), word.end());
      boolean letter = name.chars().anyMatch(c -> c >= 'a' && c <= 'z');
      boolean mark = name.chars().anyMatch(c -> Numbers.isDigit((char) c) || c == '_');
      boolean plain =
          name.chars()
              .allMatch(c -> TextNormalizer.isLatinOrDigit((char) c) || c == '_' || c == '-');
      if (letter && mark && plain && name.length() >= 5 && name.length() <= 20) {
        hits.add(word);
      }
    }
    return hits;
  }

  /** Words that look like web addresses. */
  static List<Hit> links(NormalizedText text) {
    List<Hit> hits = new ArrayList<>();
    for (Hit word : latin(text)) {
      String name = text.text().substring(word.start(), word.end());
      int dot = name.indexOf('.');
      boolean domain =
          dot > 0
              && name.length() > dot + 2
              && !Numbers.isDigit(name.charAt(dot + 1))
              && name.indexOf('@') < 0;
      if (name.startsWith("http") || name.startsWith("www.") || domain) {
        hits.add(word);
      }
    }
    return hits;
  }

  private static List<Hit> latin(NormalizedText text) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int end = i;
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
      if (end > i) {
        hits.add(Hit.word(i, end));
      }
      i = Math.max(end, i + 1);
    }
    return hits;
  }

  private static boolean isNamePart(char c) {
    return TextNormalizer.isLatinOrDigit(c) || "._-/:?=&%#@".indexOf(c) >= 0;
  }

  private static List<Hit> all(NormalizedText text) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int end = i;
      while (end < text.length() && isDigitOrMask(text, i, end)) {
        end++;
      }
      boolean insideWord =
          i > 0 && text.charAt(i - 1) >= 'a' && text.charAt(i - 1) <= 'z' && end > i;
      if (end > i && !insideWord) {
        hits.add(Hit.word(i, end));
      }
      i = Math.max(end, i + 1);
    }
    return hits;
  }

  private static boolean isDigitOrMask(NormalizedText text, int start, int at) {
    char c = text.charAt(at);
    if (Numbers.isDigit(c)) {
      return true;
    }
    return at > start
        && "*-x".indexOf(c) >= 0
        && at + 1 < text.length()
        && (Numbers.isDigit(text.charAt(at + 1)) || "*x".indexOf(text.charAt(at + 1)) >= 0);
  }

  private static int count(NormalizedText text, Hit run) {
    int digits = 0;
    for (int i = run.start(); i < run.end(); i++) {
      digits += text.charAt(i) == '-' ? 0 : 1;
    }
    return digits;
  }
}
