package com.replylinter.match;

/** A set of small numbers of which the largest is known; nothing is checked, for it is hot. */
final class Flags {
  private final long[] bits;

  /** An empty set of numbers below {@code size}. */
  Flags(int size) {
    bits = new long[(size + 63) >> 6];
  }

  private Flags(long[] bits) {
    this.bits = bits;
  }

  Flags copy() {
    return new Flags(bits.clone());
  }

  boolean get(int number) {
    return (bits[number >> 6] & 1L << number) != 0;
  }

  void set(int number) {
    bits[number >> 6] |= 1L << number;
  }

  void setAll(int[] numbers) {
    long[] into = bits;
    for (int number : numbers) {
      into[number >> 6] |= 1L << number;
    }
  }
}
