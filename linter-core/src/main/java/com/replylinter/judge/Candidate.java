package com.replylinter.judge;

import com.replylinter.match.Hit;
import com.replylinter.phrasebook.Rule;
import com.replylinter.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A place where a rule's pattern matched or the second opinion suspects it, with the verdict on it.
 *
 * @param rule the rule
 * @param hit the match, in the normalised text
 * @param span the match, in UTF-16 code units of the draft
 * @param origin what found it
 * @param becauseTurn the conversation turn that was needed; null if the draft sufficed
 * @param sure whether likeness may not take it back
 * @param dismissal why it is no offence; null if it is one
 */
public record Candidate(
    Rule rule,
    Hit hit,
    Span span,
    Origin origin,
    @Nullable Integer becauseTurn,
    boolean sure,
    @Nullable Dismissal dismissal) {

  /** The same, found together with an earlier turn. */
  Candidate at(Hit what, Span where, int turn) {
    return new Candidate(rule, what, where, origin, turn, sure, dismissal);
  }

  Candidate dismissed(Dismissal why) {
    return new Candidate(rule, hit, span, origin, becauseTurn, sure, why);
  }

  /** Whether what surrounds it or what is allowed makes it harmless beyond doubt. */
  boolean isSurelyHarmless() {
    return dismissal != null && dismissal.isSure();
  }

  /** Whether it is an offence. */
  public boolean kept() {
    return dismissal == null;
  }
}
