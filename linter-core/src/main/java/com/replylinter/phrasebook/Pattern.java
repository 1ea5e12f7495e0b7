package com.replylinter.phrasebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule's pattern as written in the phrasebook, over folded characters.
 *
 * <p>Matching is by containment: a pattern matches wherever its parts stand as described. Distances
 * count folded characters between two parts.
 */
public sealed interface Pattern {

  /**
   * These characters, already folded.
   *
   * @param text at least one folded character
   */
  record Literal(String text) implements Pattern {}

  /** A word list, named pattern or built-in entity, by name. */
  record Reference(String name) implements Pattern {}

  /** Any one of the options. */
  record AnyOf(List<Pattern> options) implements Pattern {
    /** Keeps an immutable copy of the list. */
    public AnyOf {
      options = List.copyOf(options);
    }
  }

  /** The part, or nothing. */
  record Maybe(Pattern part) implements Pattern {}

  /**
   * The parts in order.
   *
   * @param gaps what may stand between each part and the next; one fewer than the parts
   */
  record Sequence(List<Pattern> parts, List<Gap> gaps) implements Pattern {
    /** Keeps immutable copies of the lists. */
    public Sequence {
      parts = List.copyOf(parts);
      gaps = List.copyOf(gaps);
      if (gaps.size() != parts.size() - 1) {
        throw new IllegalArgumentException(
            parts.size() + " parts need one gap fewer, not " + gaps.size());
      }
    }
  }

  /**
   * The parts in any order, not overlapping.
   *
   * @param parts at least two
   * @param sameClause whether all must stand in one clause
   * @param distance most characters between two neighbours
   */
  record Together(List<Pattern> parts, boolean sameClause, int distance) implements Pattern {
    /** Keeps an immutable copy of the list. */
    public Together {
      parts = List.copyOf(parts);
    }
  }

  /** The part, where it begins and ends at these edges. */
  record Anchored(Pattern part, Edge start, Edge end) implements Pattern {}

  /**
   * Where an anchored pattern must begin or end; openers and final particles beyond it do not
   * count.
   */
  enum Edge {
    ANYWHERE,
    CLAUSE,
    DRAFT
  }

  /**
   * What may stand between two neighbours of a sequence.
   *
   * @param max most characters between them; 0 means adjacent
   * @param crossesClauses whether a clause may end between them
   * @param without what must not match inside; null if anything may
   */
  record Gap(int max, boolean crossesClauses, @Nullable Pattern without) {
    static final Gap NONE = new Gap(0, false, null);

    /** The gap left when an optional part between two gaps is absent. */
    public Gap merge(Gap next) {
      return new Gap(
          Math.max(max, next.max),
          crossesClauses || next.crossesClauses,
          without == null ? next.without : without);
    }
  }
}
