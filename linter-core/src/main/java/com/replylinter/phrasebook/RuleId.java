package com.replylinter.phrasebook;

import java.util.regex.Pattern;

/**
 * A rule's stable name, {@code family/name}: lower-case Latin words joined by hyphens. Never reused
 * for another meaning.
 *
 * @param family the group of rules, such as {@code invoice}
 * @param name the rule inside its family, such as {@code charge-tax-point}
 */
public record RuleId(String family, String name) implements Comparable<RuleId> {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** Rejects parts that are not lower-case words joined by hyphens. */
  public RuleId {
    if (!WORD.matcher(family).matches() || !WORD.matcher(name).matches()) {
      throw new IllegalArgumentException("not a rule id: " + family + "/" + name);
    }
  }

  /**
   * Parses {@code family/name}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static RuleId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("not a rule id (family/name): " + text);
    }
    return new RuleId(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public int compareTo(RuleId other) {
    int byFamily = family.compareTo(other.family);
    return byFamily != 0 ? byFamily : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return family + "/" + name;
  }
}
