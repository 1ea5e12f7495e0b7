package com.replylinter.audit;

import com.replylinter.Turn;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One message of an exported log.
 *
 * @param line the line of its file where it begins, or its row or record there, counted from 1
 * @param role who speaks
 * @param sender the sender's name as the export has it; empty if it has none
 * @param text what was sent
 * @param at when it was sent; null if the export does not say
 * @param isPlaceholder whether the text stands for something the export does not hold, such as a
 *     picture or a card, so that there is nothing to judge
 */
public record LogMessage(
    long line,
    Turn.Role role,
    String sender,
    String text,
    @Nullable OffsetDateTime at,
    boolean isPlaceholder) {

  /** The same as a turn of a conversation. */
  public Turn turn() {
    return new Turn(role, text, at);
  }
}
