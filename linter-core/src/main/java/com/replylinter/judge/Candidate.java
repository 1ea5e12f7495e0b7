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
 * @param sure whether likeness may not take it back
 * @param dismissal why it is no offence; null if it is one
 */
public record Candidate(
    Rule rule,
    Hit hit,
    Span span,
    @Nullable Integer becauseTurn,
    boolean sure,
    @Nullable Dismissal dismissal) {

  /** What makes a candidate harmless. */
  public enum Cause {
    /** What surrounds it: a negation, a quotation, a warning. */
    FRAME,
    /** Its rule allows it, here and now. */
    ALLOWANCE,
    /** An exception that its rule states. */
    EXCEPTION,
    /** It resembles what was labelled compliant. */
    LIKENESS,
    /** A more specific rule says it. */
    REPLACED
  }

  /**
   * Why a candidate is no offence.
   *
   * @param reason in Chinese
   */
  public record Dismissal(Cause cause, String reason) {}

  /** The same, found together with an earlier turn. */
  Candidate at(Hit what, Span where, int turn) {
    return new Candidate(rule, what, where, turn, sure, dismissal);
  }

  Candidate replaced() {
    return dismissed(new Dismissal(Cause.REPLACED, "已由更具体的规则指出"));
  }

  Candidate unlikely() {
    return dismissed(new Dismissal(Cause.LIKENESS, "更像标注过的合规回复"));
  }

  private Candidate dismissed(Dismissal why) {
    return new Candidate(rule, hit, span, becauseTurn, sure, why);
  }

  /** Whether what surrounds it or what is allowed makes it harmless beyond doubt. */
  boolean isSurelyHarmless() {
    return dismissal != null
        && (dismissal.cause() == Cause.FRAME || dismissal.cause() == Cause.ALLOWANCE);
  }

  /** Whether it is an offence. */
  public boolean kept() {
    return dismissal == null;
  }
}
