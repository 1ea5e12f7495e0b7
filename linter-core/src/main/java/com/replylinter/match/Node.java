package com.replylinter.match;

import com.replylinter.phrasebook.Pattern.Edge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled pattern. */
sealed interface Node {

  /** Any hit of one concept. */
  record OfConcept(int concept) implements Node {}

  /** Parts in order; {@code gaps} has one entry fewer. */
  record InOrder(List<Node> parts, List<Between> gaps) implements Node {}

  /** Parts in any order, not overlapping. */
  record InAnyOrder(List<Node> parts, boolean sameClause, int distance) implements Node {}

  /** A part at the edges of a clause or the draft. */
  record AtEdges(Node part, Edge start, Edge end) implements Node {}

  /** What may stand between two parts. */
  record Between(int max, boolean crossesClauses, @Nullable Node without) {}

  /**
   * A set of words, patterns and other concepts that count alike.
   *
   * @param includes concepts whose hits are this one's too
   * @param patterns compiled patterns whose hits are this one's too
   * @param entity built-in recogniser, or null
   * @param except concept whose hits cover innocent longer words, or {@link #NO_EXCEPTIONS}
   */
  record Concept(List<Integer> includes, List<Node> patterns, @Nullable Entity entity, int except) {
    static final int NO_EXCEPTIONS = -1;
  }
}
