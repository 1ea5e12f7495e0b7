package com.replylinter.match;

import com.replylinter.match.Node.AtEdges;
import com.replylinter.match.Node.Concept;
import com.replylinter.match.Node.InAnyOrder;
import com.replylinter.match.Node.InOrder;
import com.replylinter.match.Node.OfConcept;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words that wake a clue up.
 *
 * <p>Every way a clue can match contains a word of each of its parts. The rarest part's words are
 * the key words: where none of them occurs, the clue is not looked at.
 */
final class KeyWords {
  private final List<Concept> concepts;
  private final List<BitSet> wordsOf;
  private final int[] frequencies;
  private final Map<Integer, @Nullable Set<Integer>> memo = new HashMap<>();
  private final BitSet always = new BitSet();
  private final int[][] conceptsOf;
  private final int[][] cluesOf;

  /**
   * Chooses the key words of every clue.
   *
   * @param clues the clues, by number
   * @param concepts all concepts
   * @param wordsOf each concept's own literals, by index
   * @param frequencies how often each literal is to be expected
   */
  KeyWords(List<Node> clues, List<Concept> concepts, List<BitSet> wordsOf, int[] frequencies) {
    this.concepts = concepts;
    this.wordsOf = wordsOf;
    this.frequencies = frequencies;
    List<BitSet> woken = columns(frequencies.length);
    for (int clue = 0; clue < clues.size(); clue++) {
      for (int word : keyWords(clues.get(clue))) {
        woken.get(word).set(clue);
      }
    }
    this.cluesOf = compact(woken);
    List<BitSet> enabled = columns(frequencies.length);
    for (int concept = 0; concept < concepts.size(); concept++) {
      Set<Integer> words = ofConcept(concept);
      if (words == null) {
        always.set(concept);
      } else {
        for (int word : words) {
          enabled.get(word).set(concept);
        }
      }
    }
    this.conceptsOf = compact(enabled);
  }

  private static List<BitSet> columns(int count) {
    return Stream.generate(BitSet::new).limit(count).toList();
  }

  private static int[][] compact(List<BitSet> columns) {
    Map<BitSet, int[]> shared = new HashMap<>();
    return columns.stream()
        .map(column -> shared.computeIfAbsent(column, key -> key.stream().toArray()))
        .toArray(int[][]::new);
  }

  /** The concepts that may have a hit where these words, and no others, occur. */
  BitSet possible(int[] words, int count) {
    BitSet possible = (BitSet) always.clone();
    for (int i = 0; i < count; i++) {
      for (int concept : conceptsOf[words[i]]) {
        possible.set(concept);
      }
    }
    return possible;
  }

  /** The clues that these words wake up. */
  BitSet woken(int[] words, int count) {
    BitSet woken = new BitSet();
    for (int i = 0; i < count; i++) {
      for (int clue : cluesOf[words[i]]) {
        woken.set(clue);
      }
    }
    return woken;
  }

  private Set<Integer> keyWords(Node node) {
    Set<Integer> words = ofNode(node);
    if (words == null) {
      throw new IllegalArgumentException("a clue without a literal");
    }
    return words;
  }

  /**
   * The words one of which must occur wherever the node matches; null if it may match without any.
   */
  private @Nullable Set<Integer> ofNode(Node node) {
    if (node instanceof OfConcept of) {
      return ofConcept(of.concept());
    }
    if (node instanceof AtEdges edges) {
      return ofNode(edges.part());
    }
    List<Node> parts = node instanceof InOrder order ? order.parts() : ((InAnyOrder) node).parts();
    return parts.stream()
        .map(this::ofNode)
        .filter(words -> words != null)
        .min(Comparator.comparingLong(this::frequency))
        .orElse(null);
  }

  private @Nullable Set<Integer> ofConcept(int id) {
    if (memo.containsKey(id)) {
      return memo.get(id);
    }
    Concept concept = concepts.get(id);
    Set<Integer> words =
        concept.entity() == null
            ? wordsOf.get(id).stream().boxed().collect(Collectors.toCollection(HashSet::new))
            : null;
    for (int include : concept.includes()) {
      words = union(words, ofConcept(include));
    }
    for (Node pattern : concept.patterns()) {
      words = union(words, ofNode(pattern));
    }
    memo.put(id, words);
    return words;
  }

  private static @Nullable Set<Integer> union(@Nullable Set<Integer> a, @Nullable Set<Integer> b) {
    if (a == null || b == null) {
      return null;
    }
    a.addAll(b);
    return a;
  }

  private long frequency(Set<Integer> words) {
    long sum = 0;
    for (int word : words) {
      sum += frequencies[word];
    }
    return sum;
  }
}
