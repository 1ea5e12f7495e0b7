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

  /** The same by literal, made when first asked for: most texts need no hits. */
  private @Nullable Occurrences occurrences;

  Words(String text, PatternIndex index) {
    this.text = text;
    this.index = index;
    index.automaton().scan(text, this::add);
  }

  private void add(int literal, int end) {
    if (cutsLatinOrNumber(end - index.lengthOf(literal), end)) {
      return;
    }
    if (count == literals.length) {
      literals = Arrays.copyOf(literals, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    literals[count] = literal;
    ends[count++] = end;
  }

  /** The concepts of which a word occurs. */
  Flags concepts() {
    Flags concepts = new Flags(index.concepts().size());
    for (int i = 0; i < count; i++) {
      concepts.setAll(index.conceptsOf(literals[i]));
    }
    return concepts;
  }

  /** The words of one concept, in order of their ends. */
  List<Hit> of(int concept) {
    int[] own = index.wordsOf(concept);
    if (own.length == 0 || count == 0) {
      return List.of();
    }
    Occurrences all = occurrences();
    int[] found = all.of(own);
    if (found.length <= 1) {
      return found.length == 0 ? List.of() : List.of(hit(found[0]));
    }
    Hit[] hits = new Hit[found.length];
    for (int i = 0; i < hits.length; i++) {
      hits[i] = hit(found[i]);
    }
    return Arrays.asList(hits);
  }

  private Occurrences occurrences() {
    Occurrences known = occurrences;
    if (known == null) {
      known = new Occurrences(literals, count);
      occurrences = known;
    }
    return known;
  }

  private Hit hit(int i) {
    return Hit.word(ends[i] - index.lengthOf(literals[i]), ends[i]);
  }

  /** Sets every position that lies inside a word of two characters or more. */
  void markInside(BitSet positions) {
    for (int i = 0; i < count; i++) {
      int length = index.lengthOf(literals[i]);
      if (length > 1) {
        positions.set(ends[i] - length + 1, ends[i]);
      }
    }
  }

  /** Numbers of the clues among {@code wanted} that may match. */
  BitSet due(BitSet wanted, Scan scan) {
    return index.gates().due(literals, count, wanted, scan);
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
