package com.replylinter;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One draft to judge.
 *
 * @param id echoed in the report; null if none
 * @param draft what the agent is about to send, as typed
 * @param conversation the messages before it, oldest first; if every one has a time, they are taken
 *     in the order of their times
 * @param shop the shop's settings
 * @param at the day whose rules and penalties count; null means today in China
 */
public record LintRequest(
    @Nullable String id, String draft, List<Turn> conversation, Shop shop, @Nullable LocalDate at) {
  /** Longest draft that is linted, in UTF-16 code units. */
  public static final int MAX_DRAFT_LENGTH = 20_000;

  /** Where it is today when the platforms say so. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Keeps an immutable copy of the list. */
  public LintRequest {
    conversation = List.copyOf(conversation);
  }

  /** The day whose rules and penalties count. */
  public LocalDate day() {
    return at == null ? LocalDate.now(CHINA) : at;
  }

  /** The same, with its day written down, so that all of one judgement counts the same day. */
  LintRequest dated() {
    return at == null ? new LintRequest(id, draft, conversation, shop, day()) : this;
  }

  /** Another draft in the same place. */
  LintRequest with(String otherDraft) {
    return new LintRequest(id, otherDraft, conversation, shop, at);
  }

  /** The same draft in another shop. */
  LintRequest in(Shop otherShop) {
    return new LintRequest(id, draft, conversation, otherShop, at);
  }

  /** A draft by itself: no conversation, a default shop, today's rules. */
  public static LintRequest of(String draft) {
    return new LintRequest(null, draft, List.of(), Shop.DEFAULT, null);
  }
}
