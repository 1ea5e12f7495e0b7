package com.replylinter.offline;

import com.replylinter.finding.Finding.PenaltyNote;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.phrasebook.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a phrasebook that literal words can tell: enough to stop the plainest offences, and
 * never one of the phrasebook's good examples.
 *
 * @param phrasebook its version
 * @param negators words that make an offer after them in their clause harmless
 * @param rules what is sought
 */
public record OfflinePack(String phrasebook, List<String> negators, List<OfflineRule> rules) {
  /** Keeps immutable copies of the lists. */
  public OfflinePack {
    negators = List.copyOf(negators);
    rules = List.copyOf(rules);
  }

  /**
   * One rule, and how it speaks.
   *
   * @param rule its id
   * @param title its short name, in Chinese
   * @param severity how bad the offence is
   * @param kind how negation bears on it
   * @param message what is wrong and what to do, in Chinese
   * @param why the platform rule behind it, in Chinese
   * @param penalty what it may cost; null where no document states a penalty
   * @param rewrites compliant replies, best first
   * @param patterns what betrays the offence
   * @param unless what clears a match that it overlaps
   */
  public record OfflineRule(
      RuleId rule,
      String title,
      Severity severity,
      Rule.Kind kind,
      String message,
      String why,
      @Nullable PenaltyNote penalty,
      List<String> rewrites,
      List<LiteralPattern> patterns,
      List<LiteralPattern> unless) {
    /** Keeps immutable copies of the lists. */
    public OfflineRule {
      rewrites = List.copyOf(rewrites);
      patterns = List.copyOf(patterns);
      unless = List.copyOf(unless);
    }
  }
}
