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
  private static final Pattern GLYPH = Pattern.compile("\\X");

  /** Underlines {@code span} in every line of {@code draft} that it touches. */
  static List<Underline> of(String draft, Span span) {
    List<Underline> lines = new ArrayList<>();
    for (int start = span.start(), end; start < span.end(); start = end + 1) {
      end = start;
      while (end < span.end() && !isLineEnd(draft.charAt(end))) {
        end++;
      }
      if (end > start) {
        lines.add(ofLine(draft, start, end));
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

  /** Reads no farther than it shows, for a draft may be long and have many findings. */
  private static Underline ofLine(String draft, int start, int end) {
    int from = start;
    while (from > start - CONTEXT && !isLineStart(draft, from)) {
      from--;
    }
    int to = end;
    while (to < end + CONTEXT && !isLineStop(draft, to)) {
      to++;
    }
    StringBuilder text = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    if (!isLineStart(draft, from)) {
      text.append('…');
      marks.append(' ');
    }
    int first = from;
    while (!isLineStart(draft, first) && !beginsGlyph(draft.charAt(first))) {
      first--;
    }
    int last = to;
    while (!isLineStop(draft, last) && !beginsGlyph(draft.charAt(last))) {
      last++;
    }
    Matcher glyph = GLYPH.matcher(draft).region(first, last);
    while (glyph.find()) {
      if (glyph.end() <= from || glyph.start() >= to) {
        continue;
      }
      String shown = printable(glyph.group());
      text.append(shown);
      boolean marked = glyph.start() < end && start < glyph.end();
      marks.append((marked ? "^" : " ").repeat(DisplayWidth.ofGlyph(shown)));
    }
    if (!isLineStop(draft, to)) {
      text.append('…');
    }
    return new Underline(text.toString(), marks.toString().stripTrailing());
  }

  private static boolean isLineStart(String draft, int at) {
    return at == 0 || isLineEnd(draft.charAt(at - 1));
  }

  private static boolean isLineStop(String draft, int at) {
    return at == draft.length() || isLineEnd(draft.charAt(at));
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  /** Whether a character never continues a glyph: so one can be found without reading from afar. */
  private static boolean beginsGlyph(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= 0x4E00 && c <= 0x9FFF);
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
