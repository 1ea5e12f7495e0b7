package com.replylinter.match;

import java.util.ArrayList;
import java.util.List;

/**
 * A place where a pattern matches, in positions of the normalised text.
 *
 * @param start first folded character
 * @param end one past the last
 * @param parts the parts of a sequence or group that matched, in the pattern's order; empty for a
 *     single word
 */
public record Hit(int start, int end, List<Hit> parts) {

  static Hit word(int start, int end) {
    return new Hit(start, end, List.of());
  }

  static Hit joining(Hit left, Hit right) {
    List<Hit> parts = new ArrayList<>(left.leaves());
    parts.addAll(right.leaves());
    return new Hit(Math.min(left.start, right.start), Math.max(left.end, right.end), parts);
  }

  /** Two hits side by side: the words that meet become one. */
  static Hit touching(Hit left, Hit right) {
    List<Hit> parts = new ArrayList<>(left.leaves());
    Hit meets = parts.remove(parts.size() - 1);
    List<Hit> rest = right.leaves();
    parts.add(word(meets.start, rest.get(0).end));
    parts.addAll(rest.subList(1, rest.size()));
    return new Hit(left.start, right.end, parts.size() == 1 ? List.of() : parts);
  }

  /** The words of this hit: its parts, or itself if it has none. */
  public List<Hit> leaves() {
    return parts.isEmpty() ? List.of(this) : parts;
  }

  /** Number of folded characters covered. */
  public int length() {
    return end - start;
  }

  /** Whether the two share a character. */
  public boolean overlaps(Hit other) {
    return start < other.end && other.start < end;
  }

  /** Whether {@code other} lies wholly inside. */
  public boolean covers(Hit other) {
    return start <= other.start && other.end <= end;
  }

  /** Characters between the two; 0 if they touch or overlap. */
  public int distance(Hit other) {
    return Math.max(0, Math.max(other.start - end, start - other.end));
  }
}
