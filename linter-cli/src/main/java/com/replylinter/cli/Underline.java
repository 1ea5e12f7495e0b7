package com.replylinter.cli;

import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a draft, safe to print, and the marks to print below it.
 *
 * @param text the line, or the part of it around the marks; without control characters
 * @param marks spaces and {@code ^}, as wide on a terminal as the characters above
 */
record Underline(String text, String marks) {
  private static final int CONTEXT = 32;
  private static final Pattern LINE = Pattern.compile("[^\\r\\n\\u0085\\u2028\\u2029]+");
  private static final Pattern GLYPH = Pattern.compile("\\X");

  /** Underlines {@code span} in every line of {@code draft} that it touches. */
  static List<Underline> of(String draft, Span span) {
    List<Underline> lines = new ArrayList<>();
    Matcher line = LINE.matcher(draft);
    while (line.find()) {
      if (line.start() < span.end() && span.start() < line.end()) {
        lines.add(
            ofLine(
                line.group(),
                Math.max(0, span.start() - line.start()),
                Math.min(line.end(), span.end()) - line.start()));
      }
    }
    return lines;
  }

  /** The text without what could move the cursor, change colours or reverse the reading order. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> printable.appendCodePoint(printable(codePoint)));
    return printable.toString();
  }

  private static Underline ofLine(String line, int start, int end) {
    StringBuilder text = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    int from = start - CONTEXT;
    int to = end + CONTEXT;
    if (from > 0) {
      text.append('…');
      marks.append(' ');
    }
    Matcher glyph = GLYPH.matcher(line);
    while (glyph.find()) {
      if (glyph.end() <= from || glyph.start() >= to) {
        continue;
      }
      String shown = printable(glyph.group());
      text.append(shown);
      boolean marked = glyph.start() < end && start < glyph.end();
      marks.append((marked ? "^" : " ").repeat(DisplayWidth.ofGlyph(shown)));
    }
    if (to < line.length()) {
      text.append('…');
    }
    return new Underline(text.toString(), marks.toString().stripTrailing());
  }

  private static int printable(int codePoint) {
    if (codePoint == '\t') {
      return ' ';
    }
    boolean turnsAround =
        (codePoint >= 0x202A && codePoint <= 0x202E)
            || (codePoint >= 0x2066 && codePoint <= 0x2069);
    int type = Character.getType(codePoint);
    boolean unprintable = type == Character.CONTROL || type == Character.SURROGATE;
    return turnsAround || unprintable ? '\uFFFD' : codePoint;
  }
}
