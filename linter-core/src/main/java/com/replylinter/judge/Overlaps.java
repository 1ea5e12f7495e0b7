package com.replylinter.judge;

import com.replylinter.phrasebook.Rule.Kind;
import com.replylinter.phrasebook.RuleId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which candidates speak where several stand in one place. */
final class Overlaps {
  private static final Comparator<Candidate> LONGEST_FIRST =
      Comparator.comparingInt((Candidate candidate) -> -candidate.hit().length())
          .thenComparingInt(candidate -> candidate.hit().start());

  private Overlaps() {}

  /**
   * Of one rule's candidates that overlap, the longest speaks for all; a kept one goes before a
   * dropped one.
   */
  static List<Candidate> withoutOverlaps(List<Candidate> candidates) {
    if (candidates.size() < 2) {
      return candidates;
    }
    List<Candidate> sorted = new ArrayList<>(candidates);
    sorted.sort(
        Comparator.comparing((Candidate candidate) -> !candidate.kept())
            .thenComparing(LONGEST_FIRST));
    List<Candidate> chosen = new ArrayList<>();
    for (Candidate candidate : sorted) {
      if (chosen.stream().noneMatch(other -> other.hit().overlaps(candidate.hit()))) {
        chosen.add(candidate);
      }
    }
    chosen.sort(Comparator.comparingInt(candidate -> candidate.hit().start()));
    return chosen;
  }

  /**
   * A more specific rule's finding replaces those of the rules it stands over. Of manner a rule
   * reminds once, and not where an offence is told.
   */
  static List<Candidate> withoutReplaced(List<Candidate> candidates) {
    Set<RuleId> replaced = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (candidate.kept()) {
        replaced.addAll(candidate.rule().over());
      }
    }
    List<Candidate> result = new ArrayList<>();
    for (Candidate candidate : candidates) {
      boolean loses = candidate.kept() && replaced.contains(candidate.rule().id());
      result.add(loses ? candidate.replaced() : candidate);
    }
    result.sort(Comparator.comparingInt(candidate -> candidate.span().start()));
    return withoutNeedlessStyle(result);
  }

  private static List<Candidate> withoutNeedlessStyle(List<Candidate> candidates) {
    Set<RuleId> reminded = new HashSet<>();
    List<Candidate> result = new ArrayList<>();
    for (Candidate candidate : candidates) {
      boolean needless =
          isStyle(candidate)
              && (candidates.stream().anyMatch(other -> isOffenceAt(candidate, other))
                  || !reminded.add(candidate.rule().id()));
      result.add(needless ? candidate.replaced() : candidate);
    }
    return result;
  }

  private static boolean isStyle(Candidate candidate) {
    return candidate.kept() && candidate.rule().kind() == Kind.STYLE;
  }

  private static boolean isOffenceAt(Candidate place, Candidate other) {
    return other.kept() && !isStyle(other) && other.hit().overlaps(place.hit());
  }
}
