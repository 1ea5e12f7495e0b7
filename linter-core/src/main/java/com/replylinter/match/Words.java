package com.replylinter.match;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every known word in one text, found in one pass of the automaton, and which clues they make worth
 * a look.
 */
final class Words {
  private final PatternIndex index;
  private final String text;
  private int[] literals = new int[32];
  private int[] ends = new int[32];
  private int count;
  private @Nullable BitSet concepts;

  Words(String text, PatternIndex index) {
    this.text = text;
    this.index = index;
    index.automaton().scan(text, this::add);
  }

  private void add(int literal, int end) {
    if (cutsLatinOrNumber(end - index.words().get(literal).length(), end)) {
      return;
    }
    if (count == literals.length) {
      literals = Arrays.copyOf(literals, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    literals[count] = literal;
    ends[count++] = end;
  }

  /** Whether a word of the concept, or of one that it includes, is there. */
  boolean has(int concept) {
    BitSet seen = concepts;
    if (seen == null) {
      seen = new BitSet();
      for (int i = 0; i < count; i++) {
        seen.or(index.words().get(literals[i]).concepts());
      }
      concepts = seen;
    }
    return seen.get(concept);
  }

  /** Adds the words of one concept to {@code hits}, in order of their ends. */
  void of(int concept, List<Hit> hits) {
    BitSet own = index.wordsOf(concept);
    for (int i = 0; i < count; i++) {
      if (own.get(literals[i])) {
        hits.add(Hit.word(ends[i] - index.words().get(literals[i]).length(), ends[i]));
      }
    }
  }

  /** Number of words found. */
  int count() {
    return count;
  }

  /** Sets every position that lies inside a word of two characters or more. */
  void markInside(BitSet positions) {
    for (int i = 0; i < count; i++) {
      int length = index.words().get(literals[i]).length();
      if (length > 1) {
        positions.set(ends[i] - length + 1, ends[i]);
      }
    }
  }

  /** Numbers of the clues whose key words occur. */
  BitSet woken() {
    BitSet clues = new BitSet();
    for (int i = 0; i < count; i++) {
      clues.or(index.keyWords().cluesOf(literals[i]));
    }
    return clues;
  }

  /** qq is not in qqmail, 5 is not in 15. */
  private boolean cutsLatinOrNumber(int start, int end) {
    return (start > 0 && sameRun(text.charAt(start - 1), text.charAt(start)))
        || (end < text.length() && sameRun(text.charAt(end - 1), text.charAt(end)));
  }

  private static boolean sameRun(char a, char b) {
    return (isLetter(a) && isLetter(b)) || (Numbers.isDigit(a) && Numbers.isDigit(b));
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
