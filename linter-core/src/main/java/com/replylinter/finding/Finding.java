package com.replylinter.finding;

import com.replylinter.phrasebook.Penalty;
import com.replylinter.phrasebook.PlatformProfile;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.phrasebook.Severity;
import com.replylinter.text.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One offence found in a draft.
 *
 * @param rule the rule that speaks
 * @param title the rule's short name, in Chinese
 * @param severity how bad it is
 * @param span where, in UTF-16 code units of the draft as sent
 * @param matched the draft's own characters under {@code span}
 * @param message what is wrong and what to do, in Chinese
 * @param why the platform rule behind it, in Chinese
 * @param penalty what it may cost on the day the draft is judged for; null where no document states
 *     a penalty
 * @param rewrites compliant replies to send instead, best first; each was linted clean
 * @param disguises what under the span was read as another word, such as {@code 葳❤ → 微信}
 * @param commitment what it promises the buyer; null if nothing
 * @param becauseTurn index of the conversation turn that decided, or null when the draft alone did
 */
public record Finding(
    RuleId rule,
    String title,
    Severity severity,
    Span span,
    String matched,
    String message,
    String why,
    @Nullable PenaltyNote penalty,
    List<String> rewrites,
    List<String> disguises,
    @Nullable Commitment commitment,
    @Nullable Integer becauseTurn) {

  /** Keeps immutable copies of the lists. */
  public Finding {
    rewrites = List.copyOf(rewrites);
    disguises = List.copyOf(disguises);
  }

  /**
   * The same, told of a conversation that begins earlier.
   *
   * @param turns how many turns earlier
   */
  public Finding after(int turns) {
    if (becauseTurn == null || turns == 0) {
      return this;
    }
    return new Finding(
        rule,
        title,
        severity,
        span,
        matched,
        message,
        why,
        penalty,
        rewrites,
        disguises,
        commitment,
        becauseTurn + turns);
  }

  /** The family of its rule. */
  public String family() {
    return rule.family();
  }

  /** Whether the same rule found the other. */
  public boolean sharesRuleWith(Finding other) {
    return rule.equals(other.rule);
  }

  /**
   * The penalty of a finding on one day.
   *
   * @param points the highest number of penalty points a source states, or null where the sources
   *     name none
   * @param basis what the penalty is based on, in Chinese
   * @param sourcesDiffer whether the sources valid that day state different points
   */
  public record PenaltyNote(@Nullable Integer points, String basis, boolean sourcesDiffer) {
    /**
     * The highest stated penalty of a rule on a day, marked if the sources differ; null if none is
     * stated.
     */
    public static @Nullable PenaltyNote highest(
        Rule rule, LocalDate day, PlatformProfile platform) {
      List<Penalty> valid =
          rule.penalties().stream()
              .filter(penalty -> penalty.holdsOn(day) && platform.counts(penalty))
              .toList();
      Penalty highest = null;
      for (Penalty penalty : valid) {
        if (highest == null || points(penalty) > points(highest)) {
          highest = penalty;
        }
      }
      if (highest == null) {
        return null;
      }
      boolean differ =
          valid.stream().map(Penalty::points).filter(Objects::nonNull).distinct().count() > 1;
      return new PenaltyNote(highest.points(), platform.write(highest.basis()), differ);
    }

    private static int points(Penalty penalty) {
      Integer points = penalty.points();
      return points == null ? -1 : points;
    }
  }
}
