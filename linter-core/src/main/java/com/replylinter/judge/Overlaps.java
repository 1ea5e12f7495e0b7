package com.replylinter.judge;

import com.replylinter.phrasebook.Rule.Kind;
import com.replylinter.phrasebook.RuleId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Which of several candidates for one place speaks. */
final class Overlaps {
  private static final Comparator<Candidate> KEPT_THEN_LONGEST_FIRST =
      Comparator.comparing((Candidate candidate) -> !candidate.kept())
          .thenComparingInt(candidate -> -candidate.hit().length())
          .thenComparingInt(candidate -> candidate.hit().start());

  private Overlaps() {}

  /**
   * Of one rule's candidates that overlap, the longest speaks for all; a kept one goes before a
   * dropped one.
   *
   * @param passedOver told of each candidate that another speaks for, and of that other
   */
  static List<Candidate> resolve(
      List<Candidate> candidates, BiConsumer<Candidate, Candidate> passedOver) {
    if (candidates.size() < 2) {
      return candidates;
    }
    List<Candidate> sorted = new ArrayList<>(candidates);
    sorted.sort(KEPT_THEN_LONGEST_FIRST);
    NavigableMap<Integer, Candidate> chosen = new TreeMap<>();
    for (Candidate candidate : sorted) {
      Map.Entry<Integer, Candidate> before = chosen.lowerEntry(candidate.hit().end());
      if (before == null || !before.getValue().hit().overlaps(candidate.hit())) {
        chosen.put(candidate.hit().start(), candidate);
      } else {
        passedOver.accept(candidate, before.getValue());
      }
    }
    return List.copyOf(chosen.values());
  }

  /**
   * A more specific rule's finding replaces those of the rules it stands over. Of manner a rule
   * reminds once, and not where an offence is told.
   */
  static List<Candidate> withoutReplaced(List<Candidate> candidates) {
    Map<RuleId, RuleId> replacedBy = new HashMap<>();
    for (Candidate candidate : candidates) {
      if (candidate.kept()) {
        candidate.rule().over().forEach(id -> replacedBy.putIfAbsent(id, candidate.rule().id()));
      }
    }
    List<Candidate> result = new ArrayList<>();
    for (Candidate candidate : candidates) {
      RuleId specific = candidate.kept() ? replacedBy.get(candidate.rule().id()) : null;
      result.add(
          specific == null ? candidate : candidate.dismissed(Dismissal.replacedBy(specific)));
    }
    result.sort(Comparator.comparingInt(candidate -> candidate.span().start()));
    return result.stream().anyMatch(Overlaps::isStyle) ? withoutNeedlessStyle(result) : result;
  }

  private static List<Candidate> withoutNeedlessStyle(List<Candidate> candidates) {
    BitSet offences = new BitSet();
    for (Candidate candidate : candidates) {
      if (candidate.kept() && !isStyle(candidate)) {
        offences.set(candidate.hit().start(), candidate.hit().end());
      }
    }
    Set<RuleId> reminded = new HashSet<>();
    List<Candidate> result = new ArrayList<>();
    for (Candidate candidate : candidates) {
      int offence = offences.nextSetBit(candidate.hit().start());
      if (!isStyle(candidate)) {
        result.add(candidate);
      } else if (offence >= 0 && offence < candidate.hit().end()) {
        result.add(candidate.dismissed(Dismissal.graver()));
      } else {
        boolean isFirst = reminded.add(candidate.rule().id());
        result.add(isFirst ? candidate : candidate.dismissed(Dismissal.reminded()));
      }
    }
    return result;
  }

  private static boolean isStyle(Candidate candidate) {
    return candidate.kept() && candidate.rule().kind() == Kind.STYLE;
  }
}
