package com.replylinter.match;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hits of the few concepts that one text asks about: an open-addressing table by concept
 * number.
 */
final class ConceptHits {
  private static final int FREE = -1;

  private int[] concepts = {};
  private @Nullable List<Hit>[] hits = table(0);
  private int size;

  @Nullable List<Hit> get(int concept) {
    return size == 0 ? null : hits[slot(concept)];
  }

  void put(int concept, List<Hit> found) {
    if (2 * size >= concepts.length) {
      grow();
    }
    int slot = slot(concept);
    size += concepts[slot] == FREE ? 1 : 0;
    concepts[slot] = concept;
    hits[slot] = found;
  }

  private int slot(int concept) {
    int mask = concepts.length - 1;
    int slot = ((concept * 0x9E3779B9) >>> 16) & mask;
    while (concepts[slot] != FREE && concepts[slot] != concept) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldConcepts = concepts;
    @Nullable List<Hit>[] oldHits = hits;
    int length = Math.max(32, 4 * oldConcepts.length);
    concepts = new int[length];
    Arrays.fill(concepts, FREE);
    hits = table(length);
    for (int i = 0; i < oldConcepts.length; i++) {
      if (oldConcepts[i] != FREE) {
        int slot = slot(oldConcepts[i]);
        concepts[slot] = oldConcepts[i];
        hits[slot] = oldHits[i];
      }
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  private static @Nullable List<Hit>[] table(int length) {
    return new List[length];
  }
}
