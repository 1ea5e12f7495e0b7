package com.replylinter.selfcheck;

import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.RuleId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a phrasebook's examples fared.
 *
 * @param healthy the phrasebook without the rules that failed
 * @param failures every failed example
 * @param examples how many examples were run
 */
public record SelfCheckResult(Phrasebook healthy, List<Failure> failures, int examples) {
  /** Keeps an immutable copy of the list. */
  public SelfCheckResult {
    failures = List.copyOf(failures);
  }

  /** Rules with a failed example, in order of their ids. */
  public Set<RuleId> quarantined() {
    Set<RuleId> ids = new TreeSet<>();
    failures.forEach(failure -> ids.add(failure.rule()));
    return ids;
  }

  /**
   * One failed example.
   *
   * @param rule whose example
   * @param example the draft, with what was expected marked by {@code {{ }}}
   * @param reason what happened instead, in Chinese
   */
  public record Failure(RuleId rule, String example, String reason) {
    /** The failure on two lines. */
    public String render() {
      return rule + "：" + example + System.lineSeparator() + "    " + reason;
    }
  }
}
