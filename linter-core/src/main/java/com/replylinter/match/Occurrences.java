package com.replylinter.match;

import java.util.Arrays;

/** Where each literal occurs: the numbers of its occurrences, which are counted in one text. */
final class Occurrences {
  /** The literals that occur, ascending. */
  private final int[] literals;

  /** Where the occurrences of each of them begin, and one end more. */
  private final int[] starts;

  private final int[] numbers;

  /**
   * Sorts occurrences by literal.
   *
   * @param literalAt the literal of each occurrence
   * @param count how many there are
   */
  Occurrences(int[] literalAt, int count) {
    long[] sorted = new long[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = (long) literalAt[i] << 32 | i;
    }
    Arrays.sort(sorted);
    numbers = new int[count];
    int[] distinct = new int[count];
    int[] begins = new int[count + 1];
    int size = 0;
    for (int i = 0; i < count; i++) {
      int literal = (int) (sorted[i] >>> 32);
      numbers[i] = (int) sorted[i];
      if (size == 0 || distinct[size - 1] != literal) {
        begins[size] = i;
        distinct[size++] = literal;
      }
    }
    begins[size] = count;
    literals = Arrays.copyOf(distinct, size);
    starts = Arrays.copyOf(begins, size + 1);
  }

  /** The numbers of the occurrences of any of these literals, ascending. */
  int[] of(int[] wanted) {
    int[] found = new int[4];
    int size = 0;
    boolean isSorted = true;
    boolean fewWanted = wanted.length < literals.length;
    int[] few = fewWanted ? wanted : literals;
    int[] many = fewWanted ? literals : wanted;
    for (int i = 0; i < few.length; i++) {
      int other = Arrays.binarySearch(many, few[i]);
      if (other >= 0) {
        int place = fewWanted ? other : i;
        int more = starts[place + 1] - starts[place];
        if (size + more > found.length) {
          found = Arrays.copyOf(found, Math.max(size + more, 2 * found.length));
        }
        System.arraycopy(numbers, starts[place], found, size, more);
        isSorted &= size == 0;
        size += more;
      }
    }
    found = Arrays.copyOf(found, size);
    if (!isSorted) {
      Arrays.sort(found);
    }
    return found;
  }
}
