package com.replylinter.judge;

import com.replylinter.match.Hit;
import com.replylinter.match.Scan;
import com.replylinter.phrasebook.Condition;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.phrasebook.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the learned cases say of one text, weighed against what its patterns found. Lives for one
 * request.
 */
final class SecondOpinion {
  private final CompiledBook book;
  private final Resemblance resemblance;
  private final Circumstances circumstances;
  private final Scan scan;
  private final Conversation conversation;
  private final Defence defence;
  private final Candidates candidates;

  SecondOpinion(
      CompiledBook book,
      Resemblance resemblance,
      Circumstances circumstances,
      Scan scan,
      Conversation conversation,
      Defence defence,
      Candidates candidates) {
    this.book = book;
    this.resemblance = resemblance;
    this.circumstances = circumstances;
    this.scan = scan;
    this.conversation = conversation;
    this.defence = defence;
    this.candidates = candidates;
  }

  /** Takes chance matches of patterns back, and adds what no pattern foresaw. */
  void ask() {
    Opinion opinion = resemblance.opinion(scan.text(), conversation);
    for (List<Candidate> own : candidates.each()) {
      own.replaceAll(
          candidate ->
              candidate.kept()
                      && !candidate.sure()
                      && !isNote(candidate.rule())
                      && opinion.isUnlikely(candidate.rule(), candidate.hit())
                  ? candidate.dismissed(Dismissal.unlikely())
                  : candidate);
    }
    if (book.recommended().contains(scan.text().text())) {
      return;
    }
    for (Opinion.Suspicion suspicion : opinion.suspicions()) {
      Rule rule = suspicion.rule();
      Hit hit = suspicion.hit();
      CompiledRule compiled = book.rules().get(rule.id());
      if (compiled != null && !isNumber(hit)) {
        Candidate candidate =
            new Candidate(
                rule,
                hit,
                scan.text().original(hit.start(), hit.end()),
                suspicion.origin(),
                suspicion.becauseTurn(),
                false,
                null);
        Dismissal objection = objection(compiled, suspicion);
        if (objection == null) {
          Dismissal excuse = defence.ofOwnData(compiled, hit);
          candidates.of(rule).add(excuse == null ? candidate : candidate.dismissed(excuse));
        } else {
          candidates.setAside(candidate, objection);
        }
      }
    }
  }

  /** Whether a rule takes down what was promised, word for word, and accuses of nothing. */
  private static boolean isNote(Rule rule) {
    return rule.commits() != null && rule.severity() == Severity.REMIND;
  }

  /** The digits of a phone, or an e-mail address, have no wording that could resemble anything. */
  private boolean isNumber(Hit hit) {
    return scan.identifiers().stream().anyMatch(number -> number.hit().covers(hit))
        || scan.emails().stream().anyMatch(email -> email.covers(hit));
  }

  /** Why a suspicion does not count; null if it does. */
  private @Nullable Dismissal objection(CompiledRule compiled, Opinion.Suspicion suspicion) {
    Rule rule = compiled.rule();
    if (!circumstances.apply(rule)) {
      return circumstances.silence(rule, Condition.ALWAYS);
    }
    Dismissal noAnswer = defence.asNoAnswer(suspicion.becauseTurn());
    if (noAnswer != null) {
      return noAnswer;
    }
    Dismissal allowance = defence.allowance(compiled, suspicion.hit());
    if (allowance != null) {
      return allowance;
    }
    Candidate settled = settled(rule.id().family(), suspicion.isStrong());
    return settled == null ? null : Dismissal.settledBy(settled);
  }

  /**
   * The candidate of a family's learned rules that leaves no room for the second opinion: an
   * offence, one that is surely harmless, or, unless the opinion is strong, any; null if there is
   * room.
   */
  private @Nullable Candidate settled(String family, boolean isStrong) {
    Candidate spoken = null;
    for (Map.Entry<RuleId, List<Candidate>> entry : candidates.byRule().entrySet()) {
      if (entry.getKey().family().equals(family) && resemblance.knows(entry.getKey())) {
        for (Candidate candidate : entry.getValue()) {
          if (candidate.kept() || candidate.isSurelyHarmless()) {
            return candidate;
          }
          spoken = candidate;
        }
      }
    }
    return isStrong ? null : spoken;
  }
}
