package com.replylinter.likeness;

import com.replylinter.automaton.Automaton;
import com.replylinter.normalize.TextNormalizer;
import java.util.ArrayList;
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

  private final SortedMap<String, int[]> senses;
  private final int size;
  private final Automaton automaton;
  private final int[] lengths;
  private final int[][] sensesOf;

  /** An expression found: its sense and where it stands. */
  private record Found(int sense, int start, int end) {}

  /**
   * A thesaurus.
   *
   * @param senses folded expressions, each with the numbers of its senses, ascending
   * @param size one more than the largest number of a sense
   */
  Thesaurus(SortedMap<String, int[]> senses, int size) {
    this.senses = senses;
    this.size = size;
    List<String> expressions = List.copyOf(senses.keySet());
    this.automaton = new Automaton(expressions);
    this.lengths = expressions.stream().mapToInt(String::length).toArray();
    this.sensesOf = senses.values().toArray(new int[0][]);
  }

  /** The thesaurus of these groups of expressions; their names only set their order. */
  static Thesaurus of(Map<String, List<String>> groups) {
    SortedMap<String, SortedSet<Integer>> senses = new TreeMap<>();
    int sense = 0;
    for (List<String> group : new TreeMap<>(groups).values()) {
      for (String expression : group) {
        String folded = TextNormalizer.fold(expression);
        if (!folded.isEmpty()) {
          senses.computeIfAbsent(folded, key -> new TreeSet<>()).add(sense);
        }
      }
      sense++;
    }
    SortedMap<String, int[]> numbers = new TreeMap<>();
    senses.forEach(
        (expression, set) ->
            numbers.put(expression, set.stream().mapToInt(Integer::intValue).toArray()));
    return new Thesaurus(numbers, sense);
  }

  SortedMap<String, int[]> senses() {
    return senses;
  }

  /** One more than the largest number of a sense. */
  int size() {
    return size;
  }

  /** The senses of a text, ascending. */
  SortedSet<Integer> in(String text) {
    SortedSet<Integer> found = new TreeSet<>();
    find(text).forEach(each -> found.add(each.sense));
    return found;
  }

  /**
   * The pairs of different senses of which the second follows the first closely; a pair is the
   * first times {@link #size} plus the second.
   */
  SortedSet<Integer> pairsIn(String text) {
    List<Found> found = find(text);
    SortedSet<Integer> pairs = new TreeSet<>();
    for (int i = 0; i < found.size(); i++) {
      Found second = found.get(i);
      for (int k = i - 1; k >= 0 && second.start - found.get(k).end <= REACH; k--) {
        Found first = found.get(k);
        if (first.end <= second.start && first.sense != second.sense) {
          pairs.add(first.sense * size + second.sense);
        }
      }
    }
    return pairs;
  }

  /** In order of their ends. */
  private List<Found> find(String text) {
    List<Found> found = new ArrayList<>();
    automaton.scan(
        text,
        (expression, end) -> {
          for (int sense : sensesOf[expression]) {
            found.add(new Found(sense, end - lengths[expression], end));
          }
        });
    return found;
  }
}
