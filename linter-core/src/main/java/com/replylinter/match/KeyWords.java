package com.replylinter.match;

import com.replylinter.match.Node.AtEdges;
import com.replylinter.match.Node.Concept;
import com.replylinter.match.Node.InAnyOrder;
import com.replylinter.match.Node.InOrder;
import com.replylinter.match.Node.OfConcept;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final List<BitSet> conceptsOf;
  private final List<BitSet> cluesOf;

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
    this.cluesOf = new ArrayList<>(frequencies.length);
    for (int word = 0; word < frequencies.length; word++) {
      cluesOf.add(new BitSet());
    }
    for (int clue = 0; clue < clues.size(); clue++) {
      for (int word : keyWords(clues.get(clue))) {
        cluesOf.get(word).set(clue);
      }
    }
    this.conceptsOf = new ArrayList<>(frequencies.length);
    for (int word = 0; word < frequencies.length; word++) {
      conceptsOf.add(new BitSet());
    }
    for (int concept = 0; concept < concepts.size(); concept++) {
      Set<Integer> words = ofConcept(concept);
      if (words == null) {
        always.set(concept);
      } else {
        for (int word : words) {
          conceptsOf.get(word).set(concept);
        }
      }
    }
    Map<BitSet, BitSet> shared = new HashMap<>();
    conceptsOf.replaceAll(conceptSet -> shared.computeIfAbsent(conceptSet, key -> key));
    cluesOf.replaceAll(clueSet -> shared.computeIfAbsent(clueSet, key -> key));
  }

  /** The concepts that may have a hit where these words, and no others, occur. */
  BitSet possible(int[] words, int count) {
    BitSet possible = (BitSet) always.clone();
    for (int i = 0; i < count; i++) {
      possible.or(conceptsOf.get(words[i]));
    }
    return possible;
  }

  /** The clues that a word wakes up. */
  BitSet cluesOf(int word) {
    return cluesOf.get(word);
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
