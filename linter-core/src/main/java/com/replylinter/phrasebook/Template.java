package com.replylinter.phrasebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A rewrite with slots such as {@code {天数}} that are filled from what the draft or the buyer said.
 *
 * @param pieces the words around the slots, one more than these
 * @param slots the names in the slots, in order
 */
public record Template(List<String> pieces, List<String> slots) {
  /** Keeps immutable copies of the lists. */
  public Template {
    pieces = List.copyOf(pieces);
    slots = List.copyOf(slots);
  }

  /**
   * Takes a rewrite apart.
   *
   * @throws IllegalArgumentException if a brace has no partner, or nothing stands between two
   */
  public static Template of(String rewrite) {
    List<String> pieces = new ArrayList<>();
    List<String> slots = new ArrayList<>();
    int from = 0;
    for (int open = rewrite.indexOf('{'); open >= 0; open = rewrite.indexOf('{', from)) {
      int close = rewrite.indexOf('}', open);
      if (close <= open + 1 || rewrite.substring(from, open).indexOf('}') >= 0) {
        throw new IllegalArgumentException("no slot in " + rewrite);
      }
      pieces.add(rewrite.substring(from, open));
      slots.add(rewrite.substring(open + 1, close));
      from = close + 1;
    }
    pieces.add(rewrite.substring(from));
    if (rewrite.indexOf('}', from) >= 0) {
      throw new IllegalArgumentException("no slot in " + rewrite);
    }
    return new Template(pieces, slots);
  }

  /** Whether a rewrite has slots at all. */
  public static boolean hasSlots(String rewrite) {
    return rewrite.indexOf('{') >= 0;
  }

  /** The rewrite with its slots filled; empty if one has no value. */
  public Optional<String> fill(Function<String, @Nullable String> values) {
    StringBuilder filled = new StringBuilder(pieces.get(0));
    for (int i = 0; i < slots.size(); i++) {
      String value = values.apply(slots.get(i));
      if (value == null) {
        return Optional.empty();
      }
      filled.append(value).append(pieces.get(i + 1));
    }
    return Optional.of(filled.toString());
  }
}
