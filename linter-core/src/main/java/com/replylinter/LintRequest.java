package com.replylinter;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One draft to judge.
 *
 * @param id echoed in the report; null if none
 * @param draft what the agent is about to send, as typed
 * @param conversation the messages before it, oldest first
 * @param shop the shop's settings
 * @param at the day whose rules and penalties count; null means today
 */
public record LintRequest(
    @Nullable String id, String draft, List<Turn> conversation, Shop shop, @Nullable LocalDate at) {
  /** Longest draft that is linted, in UTF-16 code units. */
  public static final int MAX_DRAFT_LENGTH = 20_000;

  /** Keeps an immutable copy of the list. */
  public LintRequest {
    conversation = List.copyOf(conversation);
  }

  /** A draft by itself: no conversation, a default shop, today's rules. */
  public static LintRequest of(String draft) {
    return new LintRequest(null, draft, List.of(), Shop.DEFAULT, null);
  }
}
