package com.replylinter.match;

import java.util.Arrays;

/** Sets of numbers as ascending arrays: most hold a handful out of tens of thousands. */
final class IntSets {
  private IntSets() {}

  /** The numbers of either set. */
  static int[] union(int[] a, int[] b) {
    if (a.length == 0 || b.length == 0) {
      return a.length == 0 ? b : a;
    }
    int[] all = new int[a.length + b.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      int next = j >= b.length || (i < a.length && a[i] <= b[j]) ? a[i++] : b[j++];
      if (size == 0 || all[size - 1] != next) {
        all[size++] = next;
      }
    }
    return size == all.length ? all : Arrays.copyOf(all, size);
  }

  /** Whether the set holds {@code number}. */
  static boolean contains(int[] set, int number) {
    return set.length > 0
        && set[0] <= number
        && number <= set[set.length - 1]
        && Arrays.binarySearch(set, number) >= 0;
  }
}
