package com.replylinter.automaton;

import java.util.Arrays;
import java.util.List;

/**
 * Finds every occurrence of many literals in one pass over the text (Aho and Corasick, 1975).
 *
 * <p>The first transition is a table over all characters, because most characters of a message
 * begin no literal; the others are an open-addressing hash table of (state, character).
 */
public final class Automaton {

  /** Told of each occurrence, in order of its end. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * One occurrence.
     *
     * @param literal index of the literal in the list the automaton was built from
     * @param end one past its last character
     */
    void found(int literal, int end);
  }

  private static final int NONE = -1;

  private final char[] rootChars = new char[Character.MAX_VALUE + 1];
  private int[] rootTargets = new int[16];
  private int rootCount = 1;
  private long[] keys = new long[1 << 12];
  private int[] targets = new int[1 << 12];
  private int used;
  private int[] fail = new int[1 << 10];
  private int[] parent = new int[1 << 10];
  private char[] letter = new char[1 << 10];
  private int[] literalAt = new int[1 << 10];
  private int[] nextOutput = new int[1 << 10];
  private int states = 1;

  /** An automaton for these literals, none of them empty. */
  public Automaton(List<String> literals) {
    Arrays.fill(keys, NONE);
    Arrays.fill(literalAt, NONE);
    for (int i = 0; i < literals.size(); i++) {
      insert(literals.get(i), i);
    }
    link();
  }

  /**
   * Visits every occurrence in {@code text}; time grows with its length and the number of
   * occurrences.
   */
  public void scan(String text, Visitor visitor) {
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      state = next(state, text.charAt(i));
      int output = literalAt[state] != NONE ? state : nextOutput[state];
      while (output > 0) {
        visitor.found(literalAt[output], i + 1);
        output = nextOutput[output];
      }
    }
  }

  private int next(int state, char c) {
    int from = state;
    while (from != 0) {
      int target = child(from, c);
      if (target != NONE) {
        return target;
      }
      from = fail[from];
    }
    return rootTargets[rootChars[c]];
  }

  private void insert(String literal, int index) {
    int state = 0;
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      int target = state == 0 ? rootTargets[rootChars[c]] : child(state, c);
      if (target == NONE || (state == 0 && target == 0)) {
        target = newState(state, c);
        if (state == 0) {
          addRoot(c, target);
        } else {
          put(state, c, target);
        }
      }
      state = target;
    }
    literalAt[state] = index;
  }

  /** By depth: a state's failure state is shorter than itself, so it is linked before. */
  private void link() {
    for (int state : byDepth()) {
      int before = parent[state];
      fail[state] = before == 0 ? 0 : next(fail[before], letter[state]);
      int suffix = fail[state];
      nextOutput[state] = literalAt[suffix] != NONE ? suffix : nextOutput[suffix];
    }
    parent = new int[0];
    letter = new char[0];
  }

  /** Every state but the first, the shallow ones before the deep ones. */
  private int[] byDepth() {
    int[] depth = new int[states];
    int deepest = 0;
    for (int state = 1; state < states; state++) { // a parent has the smaller number
      depth[state] = depth[parent[state]] + 1;
      deepest = Math.max(deepest, depth[state]);
    }
    int[] from = new int[deepest + 2];
    for (int state = 1; state < states; state++) {
      from[depth[state] + 1]++;
    }
    for (int i = 1; i < from.length; i++) {
      from[i] += from[i - 1];
    }
    int[] order = new int[states - 1];
    for (int state = 1; state < states; state++) {
      order[from[depth[state]]++] = state;
    }
    return order;
  }

  private int newState(int before, char c) {
    if (states == fail.length) {
      fail = Arrays.copyOf(fail, 2 * states);
      parent = Arrays.copyOf(parent, 2 * states);
      letter = Arrays.copyOf(letter, 2 * states);
      nextOutput = Arrays.copyOf(nextOutput, 2 * states);
      literalAt = Arrays.copyOf(literalAt, 2 * states);
      Arrays.fill(literalAt, states, 2 * states, NONE);
    }
    parent[states] = before;
    letter[states] = c;
    return states++;
  }

  private void addRoot(char c, int target) {
    if (rootCount == rootTargets.length) {
      rootTargets = Arrays.copyOf(rootTargets, 2 * rootCount);
    }
    rootChars[c] = (char) rootCount;
    rootTargets[rootCount++] = target;
  }

  private int child(int state, char c) {
    long key = (long) state << 16 | c;
    int slot = slot(key, keys.length - 1);
    while (keys[slot] != NONE) {
      if (keys[slot] == key) {
        return targets[slot];
      }
      slot = slot + 1 & keys.length - 1;
    }
    return NONE;
  }

  private void put(int state, char c, int target) {
    if (2 * ++used > keys.length) {
      long[] oldKeys = keys;
      int[] oldTargets = targets;
      keys = new long[2 * oldKeys.length];
      targets = new int[2 * oldKeys.length];
      Arrays.fill(keys, NONE);
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != NONE) {
          place(oldKeys[i], oldTargets[i]);
        }
      }
    }
    place((long) state << 16 | c, target);
  }

  private void place(long key, int target) {
    int slot = slot(key, keys.length - 1);
    while (keys[slot] != NONE) {
      slot = slot + 1 & keys.length - 1;
    }
    keys[slot] = key;
    targets[slot] = target;
  }

  private static int slot(long key, int mask) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & mask;
  }
}
