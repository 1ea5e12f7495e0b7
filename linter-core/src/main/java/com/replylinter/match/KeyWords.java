package com.replylinter.match;

import com.replylinter.match.Node.AtEdges;
import com.replylinter.match.Node.Concept;
import com.replylinter.match.Node.InAnyOrder;
import com.replylinter.match.Node.InOrder;
import com.replylinter.match.Node.OfConcept;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words that wake a clue up.
 *
 * <p>Every way a clue can match contains a word of each of its parts. The rarest part's words are
 * the key words: where none of them occurs, the clue is not looked at.
 */
final class KeyWords {
  private final List<Concept> concepts;
  private final int[][] wordsOf;
  private final int[] frequencies;
  private final Map<Integer, int @Nullable []> memo = new HashMap<>();
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
  KeyWords(List<Node> clues, List<Concept> concepts, int[][] wordsOf, int[] frequencies) {
    this.concepts = concepts;
    this.wordsOf = wordsOf;
    this.frequencies = frequencies;
    Columns woken = new Columns(frequencies.length);
    for (int clue = 0; clue < clues.size(); clue++) {
      woken.addTo(keyWords(clues.get(clue)), clue);
    }
    this.cluesOf = woken.compact();
    Columns enabled = new Columns(frequencies.length);
    for (int concept = 0; concept < concepts.size(); concept++) {
      int[] words = ofConcept(concept);
      if (words == null) {
        always.set(concept);
      } else {
        enabled.addTo(words, concept);
      }
    }
    this.conceptsOf = enabled.compact();
    memo.clear();
  }

  /** Growing lists of numbers, one for each word; equal lists end up shared. */
  private static final class Columns {
    private final int[][] numbers;
    private final int[] sizes;

    Columns(int words) {
      numbers = new int[words][];
      sizes = new int[words];
    }

    void addTo(int[] words, int number) {
      for (int word : words) {
        int size = sizes[word]++;
        if (size == 0) {
          numbers[word] = new int[4];
        } else if (size == numbers[word].length) {
          numbers[word] = Arrays.copyOf(numbers[word], 2 * size);
        }
        numbers[word][size] = number;
      }
    }

    int[][] compact() {
      Map<List<Integer>, int[]> shared = new HashMap<>();
      for (int word = 0; word < numbers.length; word++) {
        int[] list = sizes[word] == 0 ? new int[0] : Arrays.copyOf(numbers[word], sizes[word]);
        numbers[word] =
            list.length > 8
                ? list
                : shared.computeIfAbsent(Arrays.stream(list).boxed().toList(), key -> list);
      }
      return numbers;
    }
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

  private int[] keyWords(Node node) {
    int[] words = ofNode(node);
    if (words == null) {
      throw new IllegalArgumentException("a clue without a literal");
    }
    return words;
  }

  /**
   * The words one of which must occur wherever the node matches; null if it may match without any.
   */
  private int @Nullable [] ofNode(Node node) {
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

  private int @Nullable [] ofConcept(int id) {
    if (memo.containsKey(id)) {
      return memo.get(id);
    }
    Concept concept = concepts.get(id);
    int[] words = concept.entity() == null ? wordsOf[id] : null;
    for (int include : concept.includes()) {
      words = union(words, ofConcept(include));
    }
    for (Node pattern : concept.patterns()) {
      words = union(words, ofNode(pattern));
    }
    memo.put(id, words);
    return words;
  }

  private static int @Nullable [] union(int @Nullable [] a, int @Nullable [] b) {
    if (a == null || b == null) {
      return null;
    }
    return IntSets.union(a, b);
  }

  private long frequency(int[] words) {
    long sum = 0;
    for (int word : words) {
      sum += frequencies[word];
    }
    return sum;
  }
}
