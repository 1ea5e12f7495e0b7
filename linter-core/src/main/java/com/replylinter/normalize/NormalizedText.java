package com.replylinter.normalize;

import com.replylinter.text.Span;
import java.util.BitSet;

/**
 * A text as it is compared: folded characters, the way back to the original, and where clauses end.
 *
 * <p>All positions of this class are indexes of folded characters; {@link #original} leads back to
 * UTF-16 offsets of the text as sent.
 */
public final class NormalizedText {
  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final int[] clauses;
  private final BitSet quoted;

  NormalizedText(String text, int[] starts, int[] ends, int[] clauses, BitSet quoted) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.clauses = clauses;
    this.quoted = quoted;
  }

  /** The folded characters. */
  public String text() {
    return text;
  }

  /** Number of folded characters. */
  public int length() {
    return text.length();
  }

  /** The folded character at {@code index}. */
  public char charAt(int index) {
    return text.charAt(index);
  }

  /** Number of the clause that the folded character at {@code index} belongs to, counted from 0. */
  public int clauseAt(int index) {
    return clauses[index];
  }

  /** Whether the folded characters at {@code a} and {@code b} stand in one clause. */
  public boolean sameClause(int a, int b) {
    return clauses[a] == clauses[b];
  }

  /**
   * Whether all folded characters from {@code start} to {@code end} stand inside quotation marks.
   */
  public boolean isQuoted(int start, int end) {
    return quoted.nextClearBit(start) >= end;
  }

  /** Whether a clause begins at {@code index}; true at the very start and end. */
  public boolean isClauseStart(int index) {
    return index <= 0 || index >= length() || clauses[index] != clauses[index - 1];
  }

  /**
   * The original span, in UTF-16 code units, of the folded characters from {@code start}
   * (inclusive) to {@code end} (exclusive).
   */
  public Span original(int start, int end) {
    return new Span(starts[start], ends[end - 1]);
  }
}
