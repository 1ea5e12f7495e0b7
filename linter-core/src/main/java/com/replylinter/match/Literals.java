package com.replylinter.match;

import com.replylinter.phrasebook.Pattern;
import com.replylinter.phrasebook.Pattern.AnyOf;
import com.replylinter.phrasebook.Pattern.Literal;
import com.replylinter.phrasebook.Pattern.Maybe;
import com.replylinter.phrasebook.Pattern.Sequence;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Spells out patterns that stand for finitely many adjacent characters, such as {@code 开{个|张|}票}.
 */
public final class Literals {
  /** More spellings than this are matched part by part: the automaton should stay small. */
  private static final int LIMIT = 64;

  private Literals() {}

  /**
   * Every spelling of the pattern; empty if it names lists, has gaps or edges, or has more
   * spellings than is sensible.
   */
  public static Optional<Set<String>> of(Pattern pattern) {
    Optional<Set<String>> spellings = spell(pattern);
    return spellings.filter(set -> !set.contains(""));
  }

  private static Optional<Set<String>> spell(Pattern pattern) {
    if (pattern instanceof Literal literal) {
      return Optional.of(Set.of(literal.text()));
    }
    if (pattern instanceof Maybe maybe) {
      return spell(maybe.part())
          .map(
              set -> {
                Set<String> withNothing = new LinkedHashSet<>(set);
                withNothing.add("");
                return withNothing;
              });
    }
    if (pattern instanceof AnyOf any) {
      Set<String> all = new LinkedHashSet<>();
      for (Pattern option : any.options()) {
        Optional<Set<String>> one = spell(option);
        if (one.isEmpty()) {
          return Optional.empty();
        }
        all.addAll(one.get());
      }
      return Optional.of(all);
    }
    if (pattern instanceof Sequence sequence) {
      return product(sequence);
    }
    return Optional.empty();
  }

  private static Optional<Set<String>> product(Sequence sequence) {
    if (sequence.gaps().stream().anyMatch(gap -> gap.max() > 0)) {
      return Optional.empty();
    }
    Set<String> all = Set.of("");
    for (Pattern part : sequence.parts()) {
      Optional<Set<String>> next = spell(part);
      if (next.isEmpty() || (long) all.size() * next.get().size() > LIMIT) {
        return Optional.empty();
      }
      Set<String> longer = new LinkedHashSet<>();
      for (String head : all) {
        for (String tail : next.get()) {
          longer.add(head + tail);
        }
      }
      all = longer;
    }
    return Optional.of(all);
  }
}
