package com.replylinter.phrasebook;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a house may switch off: reminders, by id or as {@code family/*}. A warning or a block is no
 * matter of habit; who wants to be without it changes the rule.
 *
 * @param rules the rules there are
 */
public record Switches(Collection<Rule> rules) {
  private static final String WHOLE_FAMILY = "/*";

  /** Keeps an immutable copy. */
  public Switches {
    rules = List.copyOf(rules);
  }

  /** The rules that a switch names, by present or former id; none if it is misspelt. */
  public List<Rule> named(String written) {
    return rules.stream().filter(rule -> names(written, rule)).toList();
  }

  private static boolean names(String written, Rule rule) {
    return written.equals(rule.id().toString())
        || written.equals(rule.id().family() + WHOLE_FAMILY)
        || rule.aliases().stream().anyMatch(alias -> written.equals(alias.toString()));
  }

  /** A rule among those named that is too grave to be switched off. */
  public Optional<Rule> tooGrave(String written) {
    return named(written).stream().filter(rule -> rule.severity() != Severity.REMIND).findFirst();
  }
}
