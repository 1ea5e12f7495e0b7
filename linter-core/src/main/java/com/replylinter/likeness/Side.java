package com.replylinter.likeness;

import java.util.Arrays;

/**
 * The n-grams of one side of an exchange.
 *
 * <p>Every number counts as one 0, and the edges of a text count as characters. An n-gram is known
 * by a hash of 32 bits: among some hundred thousand that the model knows, one in ten thousand
 * others is taken for one of them.
 */
enum Side {
  DRAFT(1L, 4, 1f),
  ASKED(2L, 3, 0.6f),
  EARLIER(3L, 3, 0.3f);

  private static final char START = 2;
  private static final char END = 3;

  private final long seed;
  private final int longest;
  private final float weight;

  Side(long seed, int longest, float weight) {
    this.seed = seed;
    this.longest = longest;
    this.weight = weight;
  }

  /** How much this side counts. */
  float weight() {
    return weight;
  }

  /** Told of each n-gram. */
  interface Visitor {
    /**
     * One n-gram.
     *
     * @param key its hash
     * @param start its first character in the text; -1 is the edge
     * @param end one past its last character; one past the length is the edge
     */
    void gram(int key, int start, int end);
  }

  /** Visits every n-gram of a text, from its first character on, the short ones first. */
  void visit(String text, Visitor visitor) {
    Shape shape = new Shape(text);
    int[] keys = keys(shape);
    int next = 0;
    for (int start = 0; start < shape.length; start++) {
      int last = Math.min(start + longest, shape.length);
      for (int end = start; end < last; end++) {
        visitor.gram(keys[next++], shape.at[start], shape.at[end + 1]);
      }
    }
  }

  /** The n-grams of a text, in the order of {@link #visit}; an empty text has none. */
  int[] keys(String text) {
    return keys(new Shape(text));
  }

  private int[] keys(Shape shape) {
    int length = shape.length;
    int[] keys = new int[longest * length];
    int count = 0;
    for (int start = 0; start < length; start++) {
      long hash = seed;
      int last = Math.min(start + longest, length);
      for (int end = start; end < last; end++) {
        hash = (hash + shape.chars[end]) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        keys[count++] = (int) (hash >>> 32);
      }
    }
    return count == keys.length ? keys : Arrays.copyOf(keys, count);
  }

  /** A text with its edges and with every number as one 0, and where each of them comes from. */
  private static final class Shape {
    private final char[] chars;
    private final int[] at;
    private final int length;

    Shape(String text) {
      int size = text.isEmpty() ? 0 : text.length() + 2;
      chars = new char[size];
      at = new int[size + 1];
      int count = 0;
      if (size > 0) {
        chars[count] = START;
        at[count++] = -1;
        for (int i = 0; i < text.length(); i++) {
          char c = text.charAt(i);
          boolean digit = c >= '0' && c <= '9';
          if (!digit || chars[count - 1] != '0') {
            chars[count] = digit ? '0' : c;
            at[count++] = i;
          }
        }
        chars[count] = END;
        at[count++] = text.length();
        at[count] = text.length() + 1;
      }
      length = count;
    }
  }
}
