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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways into the clues of a phrasebook.
 *
 * <p>A clue is a pattern or a list of patterns; each of them is a gate. Every way through a gate
 * contains a word of each of its parts, so the rarest part's words are the gate's key words: where
 * none of them occurs the gate is not looked at, and where one does the other parts must have a
 * word too.
 */
final class Gates {
  private final List<Concept> concepts;
  private final int[][] wordsOf;
  private final int[] frequencies;
  private final Map<Integer, int @Nullable []> memo = new HashMap<>();
  private final Columns gatesOf;
  private int[] clues = new int[64];
  private @Nullable Node[] conditions = new Node[64];
  private int size;

  /**
   * Finds the gates of every clue.
   *
   * @param clues the clues, by number
   * @param concepts all concepts
   * @param wordsOf each concept's own literals, by index
   * @param frequencies how often each literal is to be expected
   */
  Gates(List<Node> clues, List<Concept> concepts, int[][] wordsOf, int[] frequencies) {
    this.concepts = concepts;
    this.wordsOf = wordsOf;
    this.frequencies = frequencies;
    this.gatesOf = new Columns(frequencies.length);
    for (int clue = 0; clue < clues.size(); clue++) {
      open(clue, clues.get(clue), new HashSet<>());
    }
    gatesOf.compact();
    memo.clear();
  }

  /** Growing lists of numbers, one for each word; equal short lists end up shared. */
  private static final class Columns {
    private static final int[] NONE = {};

    private final int[][] numbers;
    private final int[] sizes;

    Columns(int words) {
      numbers = new int[words][];
      Arrays.fill(numbers, NONE);
      sizes = new int[words];
    }

    void addTo(int[] words, int number) {
      for (int word : words) {
        int count = sizes[word]++;
        if (count == numbers[word].length) {
          numbers[word] = Arrays.copyOf(numbers[word], Math.max(4, 2 * count));
        }
        numbers[word][count] = number;
      }
    }

    void compact() {
      Map<List<Integer>, int[]> shared = new HashMap<>();
      for (int word = 0; word < numbers.length; word++) {
        int[] list = sizes[word] == 0 ? NONE : Arrays.copyOf(numbers[word], sizes[word]);
        numbers[word] =
            list.length > 8
                ? list
                : shared.computeIfAbsent(Arrays.stream(list).boxed().toList(), key -> list);
      }
    }

    int[] of(int word) {
      return numbers[word];
    }
  }

  /** The clues among {@code wanted} that have an open gate: every part of it may match. */
  BitSet due(int[] words, int count, BitSet wanted, Scan scan) {
    BitSet due = new BitSet();
    Flags tried = new Flags(size);
    for (int i = 0; i < count; i++) {
      for (int gate : gatesOf.of(words[i])) {
        int clue = clues[gate];
        if (wanted.get(clue) && !tried.get(gate) && !due.get(clue)) {
          tried.set(gate);
          Node condition = conditions[gate];
          if (condition == null || scan.mayMatch(condition)) {
            due.set(clue);
          }
        }
      }
    }
    return due;
  }

  /** A list opens through each of its words, patterns and included lists. */
  private void open(int clue, Node node, Set<Integer> seen) {
    if (node instanceof OfConcept of) {
      Concept concept = concepts.get(of.concept());
      if (!seen.add(of.concept())) {
        return;
      }
      if (concept.entity() != null) {
        throw new IllegalArgumentException("a clue without a literal");
      }
      if (wordsOf[of.concept()].length > 0) {
        add(clue, null, wordsOf[of.concept()]);
      }
      concept.includes().forEach(include -> open(clue, new OfConcept(include), seen));
      concept.patterns().forEach(pattern -> open(clue, pattern, seen));
      return;
    }
    int[] words = ofNode(node);
    if (words == null) {
      throw new IllegalArgumentException("a clue without a literal");
    }
    add(clue, node, words);
  }

  private void add(int clue, @Nullable Node condition, int[] words) {
    if (size == clues.length) {
      clues = Arrays.copyOf(clues, 2 * size);
      conditions = Arrays.copyOf(conditions, 2 * size);
    }
    clues[size] = clue;
    conditions[size] = condition;
    gatesOf.addTo(words, size++);
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
