package com.replylinter.likeness;

/**
 * The n-grams of one side of an exchange.
 *
 * <p>Every number counts as one 0, and the edges of a text count as characters. An n-gram is known
 * by a hash of 32 bits: among some hundred thousand that the model knows, one in ten thousand
 * others is taken for one of them.
 */
enum Side {
  DRAFT(4, 1f),
  ASKED(3, 0.6f),
  EARLIER(3, 0.3f);

  private static final char START = 2;
  private static final char END = 3;

  private final int longest;
  private final float weight;

  Side(int longest, float weight) {
    this.longest = longest;
    this.weight = weight;
  }

  /** How much this side counts. */
  float weight() {
    return weight;
  }

  /** At most how many n-grams a text has. */
  int count(String text) {
    return text.isEmpty() ? 0 : longest * (text.length() + 2);
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

  /** Visits every n-gram of a text; an empty text has none. */
  void visit(String text, Visitor visitor) {
    if (text.isEmpty()) {
      return;
    }
    int size = text.length() + 2;
    char[] shape = new char[size];
    int[] at = new int[size + 1];
    int length = 0;
    shape[length] = START;
    at[length++] = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit || shape[length - 1] != '0') {
        shape[length] = digit ? '0' : c;
        at[length++] = i;
      }
    }
    shape[length] = END;
    at[length++] = text.length();
    at[length] = text.length() + 1;
    for (int start = 0; start < length; start++) {
      long hash = ordinal() + 1;
      int last = Math.min(start + longest, length);
      for (int end = start; end < last; end++) {
        hash = (hash + shape[end]) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        visitor.gram((int) (hash >>> 32), at[start], at[end + 1]);
      }
    }
  }
}
