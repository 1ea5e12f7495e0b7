package com.replylinter.likeness;

import com.replylinter.automaton.Automaton;
import com.replylinter.normalize.Variants;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Expressions of service talk grouped by what they mean, so that the model can carry over what it
 * learned from one wording to another.
 *
 * <p>Immutable and thread-safe.
 */
final class Thesaurus {
  /** Most characters between two expressions that count as a pair. */
  private static final int REACH = 14;

  private final List<String> expressions;
  private final int size;
  private final Automaton automaton;
  private final int[] lengths;
  private final int[][] sensesOf;

  /**
   * A thesaurus.
   *
   * @param expressions folded, ascending
   * @param sensesOf the numbers of each one's senses, ascending
   * @param size one more than the largest number of a sense
   */
  Thesaurus(List<String> expressions, int[][] sensesOf, int size) {
    this.expressions = expressions;
    this.sensesOf = sensesOf;
    this.size = size;
    this.automaton = new Automaton(expressions);
    this.lengths = new int[expressions.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = expressions.get(i).length();
    }
  }

  /** The thesaurus of these groups of expressions; their names only set their order. */
  static Thesaurus of(Map<String, List<String>> groups, Variants variants) {
    SortedMap<String, SortedSet<Integer>> senses = new TreeMap<>();
    int sense = 0;
    for (List<String> group : new TreeMap<>(groups).values()) {
      for (String expression : group) {
        String folded = variants.fold(expression);
        if (!folded.isEmpty()) {
          senses.computeIfAbsent(folded, key -> new TreeSet<>()).add(sense);
        }
      }
      sense++;
    }
    int[][] numbers =
        senses.values().stream()
            .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    return new Thesaurus(List.copyOf(senses.keySet()), numbers, sense);
  }

  List<String> expressions() {
    return expressions;
  }

  /** The numbers of the senses of an expression, ascending. */
  int[] sensesOf(int expression) {
    return sensesOf[expression];
  }

  /** One more than the largest number of a sense. */
  int size() {
    return size;
  }

  /** The senses of a text, and which of them follow each other closely in it. */
  Meaning read(String text) {
    Meaning meaning = new Meaning(size);
    if (!text.isEmpty()) {
      automaton.scan(
          text,
          (expression, end) -> {
            for (int sense : sensesOf[expression]) {
              meaning.add(sense, end - lengths[expression], end);
            }
          });
    }
    return meaning;
  }

  /** What a text speaks of. */
  static final class Meaning {
    private final int size;
    private final BitSet senses = new BitSet();
    private int[] found = new int[3 * 16];
    private int count;

    private Meaning(int size) {
      this.size = size;
    }

    /** Expressions come in order of their ends. */
    private void add(int sense, int start, int end) {
      if (3 * count == found.length) {
        found = Arrays.copyOf(found, 2 * found.length);
      }
      found[3 * count] = sense;
      found[3 * count + 1] = start;
      found[3 * count + 2] = end;
      count++;
      senses.set(sense);
    }

    /** The numbers of the senses. */
    BitSet senses() {
      return senses;
    }

    /**
     * The pairs of different senses of which the second follows the first closely; a pair is the
     * first times the number of senses plus the second.
     */
    BitSet pairs() {
      BitSet pairs = new BitSet(size * size);
      for (int i = 0; i < count; i++) {
        int start = found[3 * i + 1];
        for (int k = i - 1; k >= 0 && start - found[3 * k + 2] <= REACH; k--) {
          if (found[3 * k + 2] <= start && found[3 * k] != found[3 * i]) {
            pairs.set(found[3 * k] * size + found[3 * i]);
          }
        }
      }
      return pairs;
    }
  }
}
