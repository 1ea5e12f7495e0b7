package com.replylinter.match;

import java.util.List;

/** Hits in order of their start, and how to find those near a place. */
final class Ordered {
  private final List<Hit> hits;
  private final int longest;

  Ordered(List<Hit> hits) {
    this.hits = hits;
    int length = 0;
    for (Hit hit : hits) {
      length = Math.max(length, hit.length());
    }
    this.longest = length;
  }

  /** All hits that share or touch the characters between two places, and perhaps some before. */
  List<Hit> near(int from, int to) {
    return hits.isEmpty()
        ? hits
        : hits.subList(firstFrom(hits, from - longest), firstFrom(hits, to + 1));
  }

  /** The number of hits that begin before {@code start}. */
  static int firstFrom(List<Hit> hits, int start) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).start() < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
