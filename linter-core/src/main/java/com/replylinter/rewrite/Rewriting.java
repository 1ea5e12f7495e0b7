package com.replylinter.rewrite;

/**
 * A draft made compliant.
 *
 * @param text what to send instead; clean in its conversation
 * @param kept what is left of the draft
 */
public record Rewriting(String text, Kept kept) {

  /** How much of a draft's innocent sentences a rewriting keeps. */
  public enum Kept {
    /** Every one. */
    ALL,
    /** All but those that turned out to offend once the others were mended. */
    SOME,
    /** None: the rewrites stand alone. */
    NONE
  }
}
