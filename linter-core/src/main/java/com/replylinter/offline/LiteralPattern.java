package com.replylinter.offline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that stand one after the other in one clause.
 *
 * @param steps at least one
 */
public record LiteralPattern(List<Step> steps) {
  private static final int STEP_BYTES = 20;
  private static final int WORD_BYTES = 3;

  /** Keeps an immutable copy of the list. */
  public LiteralPattern {
    steps = List.copyOf(steps);
  }

  /** About as many bytes as it takes in JSON. */
  int size() {
    return steps.stream().mapToInt(Step::size).sum();
  }

  /** The same with other words in one step. */
  LiteralPattern with(int step, List<String> any) {
    List<Step> changed = new ArrayList<>(steps);
    changed.set(step, new Step(any, steps.get(step).within()));
    return new LiteralPattern(changed);
  }

  /**
   * The same without words that find nothing further: those which begin, in the last step, or end,
   * in the first, with another word of the step.
   */
  LiteralPattern concise() {
    List<Step> shorter = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      shorter.add(steps.get(i).concise(i == 0, i == steps.size() - 1));
    }
    return new LiteralPattern(shorter);
  }

  /**
   * Any one of some words.
   *
   * @param any the words
   * @param within most characters between the step before and this one; 0 means adjacent; without
   *     meaning in the first step
   */
  public record Step(List<String> any, int within) {
    /** Keeps an immutable copy of the list. */
    public Step {
      any = List.copyOf(any);
    }

    private int size() {
      return STEP_BYTES + any.stream().mapToInt(Step::size).sum();
    }

    private static int size(String word) {
      return word.getBytes(StandardCharsets.UTF_8).length + WORD_BYTES;
    }

    private Step concise(boolean first, boolean last) {
      Set<String> words = new HashSet<>(any);
      return new Step(
          any.stream().filter(word -> !holdsAnother(word, words, first, last)).toList(), within);
    }

    /** In the first step a word may end with another, in the last one begin with it. */
    private static boolean holdsAnother(
        String word, Set<String> words, boolean first, boolean last) {
      for (int start = 0; start < word.length(); start++) {
        for (int end = word.length(); end > start; end--) {
          boolean shorter = end - start < word.length();
          if (shorter
              && (first || start == 0)
              && (last || end == word.length())
              && words.contains(word.substring(start, end))) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
