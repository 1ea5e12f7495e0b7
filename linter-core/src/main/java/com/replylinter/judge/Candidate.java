package com.replylinter.judge;

import com.replylinter.match.Hit;
import com.replylinter.phrasebook.Rule;
import com.replylinter.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A place where a rule's pattern matched, with the verdict on it.
 *
 * @param rule the rule
 * @param hit the match, in the normalised text
 * @param span the match, in UTF-16 code units of the draft
 * @param becauseTurn the conversation turn that was needed; null if the draft sufficed
 * @param dropped why it is no offence, in Chinese; null if it is one
 */
public record Candidate(
    Rule rule, Hit hit, Span span, @Nullable Integer becauseTurn, @Nullable String dropped) {

  Candidate dropped(String reason) {
    return new Candidate(rule, hit, span, becauseTurn, reason);
  }

  /** Whether it is an offence. */
  public boolean kept() {
    return dropped == null;
  }
}
