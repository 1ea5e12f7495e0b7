package com.replylinter.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a draft apart into sentences. They end at 。！？；～ and at line ends; in a draft that has none
 * of these inside, also at commas and where blanks or emoji separate talk without punctuation.
 *
 * @param spans the sentences in order; together they are the whole draft
 * @param isLoose whether they end at commas and blanks, so that one may lean on the next
 */
public record Sentences(List<Span> spans, boolean isLoose) {
  private static final String ENDS = "。！？!?；;…\n～~";
  private static final String COMMAS = "，,";

  /** What closes a sentence goes with it. */
  private static final String TAILS = "”’」』）)】》 \t\r";

  private static final int SHORTEST = 2;

  /** Takes a draft apart. */
  public static Sentences of(String draft) {
    List<Span> strong = split(draft, ENDS, false);
    return strong.size() > 1
        ? new Sentences(strong, false)
        : new Sentences(split(draft, ENDS + COMMAS, true), true);
  }

  /** Number of the sentence that holds a character. */
  public int at(int character) {
    int low = 0;
    int high = spans.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (spans.get(middle).start() <= character) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static List<Span> split(String draft, String ends, boolean atBlanks) {
    List<Span> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < draft.length(); ) {
      int next = i + Character.charCount(draft.codePointAt(i));
      boolean end = ends(draft, i, ends) || (atBlanks && separates(draft, i));
      if (end && !continues(draft, next, ends) && letters(draft, start, next) > 0) {
        boolean longEnough =
            ends(draft, i, ends)
                || (letters(draft, start, next) >= SHORTEST
                    && lettersUntilEnd(draft, next, ends) >= SHORTEST);
        if (longEnough) {
          pieces.add(new Span(start, next));
          start = next;
        }
      }
      i = next;
    }
    if (start < draft.length()) {
      if (letters(draft, start, draft.length()) == 0 && !pieces.isEmpty()) {
        Span last = pieces.remove(pieces.size() - 1);
        start = last.start();
      }
      pieces.add(new Span(start, draft.length()));
    }
    return pieces;
  }

  /** Whether the character ends a sentence: not the mark in 3～5, 3,000 or www.x.com?id=1. */
  private static boolean ends(String draft, int at, String ends) {
    char c = draft.charAt(at);
    if (ends.indexOf(c) < 0) {
      return false;
    }
    boolean between = at > 0 && at + 1 < draft.length();
    return !(between && isLatin(draft.charAt(at - 1)) && isLatin(draft.charAt(at + 1)));
  }

  /** Whether a blank or emoji stands between two pieces of talk. */
  private static boolean separates(String draft, int at) {
    int c = draft.codePointAt(at);
    if (Character.isWhitespace(c)) {
      boolean latin = at > 0 && isLatin(draft.charAt(at - 1));
      latin |= at + 1 < draft.length() && isLatin(draft.charAt(at + 1));
      return !latin;
    }
    return Character.getType(c) == Character.OTHER_SYMBOL;
  }

  /** Whether the next character still belongs to what ended before it. */
  private static boolean continues(String draft, int at, String ends) {
    return at < draft.length() && (ends(draft, at, ends) || TAILS.indexOf(draft.charAt(at)) >= 0);
  }

  private static int letters(String draft, int start, int end) {
    return (int)
        draft.substring(start, end).codePoints().filter(Character::isLetterOrDigit).count();
  }

  private static int lettersUntilEnd(String draft, int start, String ends) {
    int letters = 0;
    for (int i = start; i < draft.length() && letters < SHORTEST; i++) {
      if (ends(draft, i, ends) || Character.isWhitespace(draft.charAt(i))) {
        return letters;
      }
      letters += Character.isLetterOrDigit(draft.charAt(i)) ? 1 : 0;
    }
    return letters;
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
