package com.replylinter.likeness;

import com.replylinter.Turn;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A reply and what the buyer said before it, folded, as the model compares them.
 *
 * @param draft the reply
 * @param asked the buyer's messages that it answers, joined; empty if there are none
 * @param earlier the buyer's messages shortly before those, joined
 */
public record Exchange(String draft, String asked, String earlier) {
  /** Turns of the shop that may stand between the buyer's question and the draft. */
  private static final int BRIDGED_TURNS = 2;

  /** Turns before the question that may still tell what the talk is about. */
  private static final int EARLIER_TURNS = 4;

  /**
   * A reply at the end of a conversation.
   *
   * @param foldedDraft the reply, folded the same way
   * @param fold folds a message
   */
  public static Exchange of(List<Turn> turns, String foldedDraft, UnaryOperator<String> fold) {
    int last = turns.size() - 1;
    for (int bridged = 0; last >= 0 && !isBuyer(turns.get(last)) && bridged < BRIDGED_TURNS; ) {
      last--;
      bridged++;
    }
    int first = last;
    while (first >= 0 && isBuyer(turns.get(first))) {
      first--;
    }
    return new Exchange(
        foldedDraft,
        buyers(turns.subList(first + 1, last + 1), fold),
        buyers(turns.subList(Math.max(0, first + 1 - EARLIER_TURNS), first + 1), fold));
  }

  private static boolean isBuyer(Turn turn) {
    return turn.role() == Turn.Role.BUYER;
  }

  private static String buyers(List<Turn> turns, UnaryOperator<String> fold) {
    if (turns.isEmpty()) {
      return "";
    }
    StringBuilder joined = new StringBuilder();
    for (Turn turn : turns) {
      if (isBuyer(turn)) {
        joined.append(fold.apply(turn.text()));
      }
    }
    return joined.toString();
  }
}
