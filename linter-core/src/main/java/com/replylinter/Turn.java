package com.replylinter;

import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One message of the conversation before the draft.
 *
 * @param role who sent it
 * @param text the message as sent
 * @param at when it was sent; null if unknown
 */
public record Turn(Role role, String text, @Nullable OffsetDateTime at) {

  /** Who speaks in a conversation. */
  public enum Role {
    BUYER,
    AGENT,
    BOT,
    SYSTEM;

    /** The lower-case name used in JSON. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A buyer's message without a time. */
  public static Turn buyer(String text) {
    return new Turn(Role.BUYER, text, null);
  }

  /** An agent's message without a time. */
  public static Turn agent(String text) {
    return new Turn(Role.AGENT, text, null);
  }
}
