package com.replylinter.likeness;

import com.replylinter.normalize.NormalizedText;

/**
 * The character n-grams (n = 1 to 3) of a reply and of the question before it, as numbers.
 *
 * <p>A key holds its characters exactly, so that two n-grams never share one: side, length, then
 * three characters of 16 bits. The edges of a text count as characters.
 */
final class Features {
  static final int LONGEST = 3;
  private static final char EDGE = 0;

  private Features() {}

  /** The keys of a question and a reply, as often as they occur. */
  static long[] of(NormalizedText question, NormalizedText draft) {
    long[] keys = new long[count(question) + count(draft)];
    int next = add(question, 1, keys, 0);
    add(draft, 0, keys, next);
    return keys;
  }

  /** Number of n-grams of a text with its two edges; an empty text has none. */
  private static int count(NormalizedText text) {
    int length = text.length() + 2;
    return text.length() == 0 ? 0 : LONGEST * length - LONGEST * (LONGEST - 1) / 2;
  }

  private static int add(NormalizedText text, int side, long[] keys, int from) {
    int count = from;
    if (text.length() == 0) {
      return count;
    }
    for (int start = -1; start <= text.length(); start++) {
      for (int length = 1; length <= LONGEST && start + length <= text.length() + 1; length++) {
        keys[count++] = key(text, side, start, length);
      }
    }
    return count;
  }

  /** The key of the n-gram that begins at {@code start}; -1 and the length are the edges. */
  static long key(NormalizedText text, int side, int start, int length) {
    long key = ((long) side << 2) | length;
    for (int i = 0; i < LONGEST; i++) {
      key = (key << 16) | (i < length ? at(text, start + i) : 0);
    }
    return key;
  }

  private static char at(NormalizedText text, int index) {
    return index < 0 || index >= text.length() ? EDGE : text.charAt(index);
  }
}
