package com.replylinter.text;

/**
 * A half-open range of UTF-16 code units, 0-based: {@code start} is the first unit covered, {@code
 * end} the first not covered.
 *
 * @param start first code unit, {@code 0 <= start <= end}
 * @param end one past the last code unit
 */
public record Span(int start, int end) {

  /** Rejects ranges that run backwards or start before 0. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** Length in UTF-16 code units. */
  public int length() {
    return end - start;
  }

  /** Whether the two spans share at least one code unit. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** Whether {@code other} lies wholly inside this span. */
  public boolean covers(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** The smallest span that covers both. */
  public Span hull(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** The characters of {@code text} under this span. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
