package com.replylinter.judge;

import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was found in one text so far, by rule. Lives for one request. */
final class Candidates {
  private final Map<RuleId, List<Candidate>> byRule = new TreeMap<>();

  /** Candidates that do not come before the judge; null if nobody asks about them. */
  private final @Nullable List<Candidate> aside;

  private Candidates(@Nullable List<Candidate> aside) {
    this.aside = aside;
  }

  /** None yet; those that are set aside are forgotten. */
  static Candidates judged() {
    return new Candidates(null);
  }

  /** None yet; those that are set aside are kept as well. */
  static Candidates explained() {
    return new Candidates(new ArrayList<>());
  }

  /** Whether anybody asks about those set aside. */
  boolean keepsAside() {
    return aside != null;
  }

  /** Those set aside. */
  List<Candidate> aside() {
    return aside == null ? List.of() : aside;
  }

  /** The candidates of one rule; may be added to. */
  List<Candidate> of(Rule rule) {
    return byRule.computeIfAbsent(rule.id(), id -> new ArrayList<>());
  }

  /** The candidates of each rule, in order of their ids; may be changed. */
  Collection<List<Candidate>> each() {
    return byRule.values();
  }

  /** The candidates by the ids of their rules. */
  Map<RuleId, List<Candidate>> byRule() {
    return byRule;
  }

  /** Passes a candidate over. */
  void setAside(Candidate candidate, Dismissal why) {
    if (aside != null) {
      aside.add(candidate.dismissed(why));
    }
  }
}
