package com.replylinter.judge;

import com.replylinter.judge.Dismissal.Cause;
import com.replylinter.match.Hit;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.PatternIndex.Compiled;
import com.replylinter.match.Scan;
import com.replylinter.phrasebook.Rule.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a match and makes it harmless: negation, double negation, the words of others,
 * warnings and questions about what the buyer means. The words of the frames are lists of the
 * phrasebook ({@code _words/frames.yaml}).
 */
final class Frames {
  /** Most characters between a negator and the offer it governs. */
  private static final int NEGATION_REACH = 6;

  /** Most characters between an offer and 是不行的 after it. */
  private static final int AFTER_REACH = 3;

  /** Most characters between a speaker or a warning and what is said or warned of. */
  private static final int SPEECH_REACH = 15;

  private final PatternIndex index;
  private final Compiled negators;
  private final Compiled negatorsAfter;
  private final Compiled connectives;
  private final Compiled doubleNegation;
  private final Compiled others;
  private final Compiled quotations;
  private final Compiled own;
  private final Compiled warnings;
  private final Compiled warningsAfter;
  private final Compiled meaning;
  private final Compiled question;

  /**
   * What makes a match harmless.
   *
   * @param word the words that do it
   */
  record Excuse(Cause cause, Hit word) {}

  /** The lists of the frames, compiled. */
  record Lists(
      Compiled negators,
      Compiled negatorsAfter,
      Compiled connectives,
      Compiled doubleNegation,
      Compiled others,
      Compiled quotations,
      Compiled own,
      Compiled warnings,
      Compiled warningsAfter,
      Compiled meaning,
      Compiled question) {
    static Lists of(PatternIndex.Builder index) {
      return new Lists(
          index.add("否定词"),
          index.add("否定收尾"),
          index.add("否定止"),
          index.add("双重否定前"),
          index.add("别人说"),
          index.add("引述"),
          index.add("我们"),
          index.add("警示"),
          index.add("警示收尾"),
          index.add("确认意思"),
          index.add("疑问尾"));
    }
  }

  Frames(PatternIndex index, Lists lists) {
    this.index = index;
    this.negators = lists.negators;
    this.negatorsAfter = lists.negatorsAfter;
    this.connectives = lists.connectives;
    this.doubleNegation = lists.doubleNegation;
    this.others = lists.others;
    this.quotations = lists.quotations;
    this.own = lists.own;
    this.warnings = lists.warnings;
    this.warningsAfter = lists.warningsAfter;
    this.meaning = lists.meaning;
    this.question = lists.question;
  }

  /** Why the match is harmless where it stands; null if nothing around it makes it so. */
  @Nullable Excuse excuse(Scan scan, Hit hit, Kind kind) {
    if (kind == Kind.STYLE) {
      return scan.text().isQuoted(hit.start(), hit.end()) ? new Excuse(Cause.QUOTATION, hit) : null;
    }
    if (kind == Kind.OFFER) {
      Hit negator = negatorOf(scan, hit);
      if (negator != null) {
        return new Excuse(Cause.NEGATION, negator);
      }
      Hit warning = before(scan, warnings, hit, SPEECH_REACH);
      if (warning == null) {
        warning = after(scan, warningsAfter, hit, SPEECH_REACH, true);
      }
      if (warning != null) {
        return new Excuse(Cause.WARNING, warning);
      }
    }
    if (kind == Kind.REFUSAL) {
      Hit twice = doubleNegationOf(scan, hit);
      if (twice != null) {
        return new Excuse(Cause.DOUBLE_NEGATION, twice);
      }
    }
    Hit speaker = before(scan, others, hit, SPEECH_REACH);
    if (speaker != null && !ownBetween(scan, speaker, hit)) {
      return new Excuse(Cause.OTHERS, speaker);
    }
    if (scan.text().isQuoted(hit.start(), hit.end())) {
      for (Hit quoting :
          index.near(scan, quotations, hit.start() - SPEECH_REACH, hit.end() + SPEECH_REACH)) {
        if (!quoting.overlaps(hit) && quoting.distance(hit) <= SPEECH_REACH) {
          return new Excuse(Cause.QUOTATION, quoting);
        }
      }
    }
    Hit check = before(scan, meaning, hit, SPEECH_REACH);
    if (check != null && endsAsQuestion(scan, hit)) {
      return new Excuse(Cause.CHECK, check);
    }
    return null;
  }

  /** Whether a “not” governs the hit. */
  boolean isNegated(Scan scan, Hit hit) {
    return negatorOf(scan, hit) != null;
  }

  /** The first negator that governs the match; of those that begin there, the longest. */
  private @Nullable Hit negatorOf(Scan scan, Hit hit) {
    Hit found = null;
    for (Hit negator : index.near(scan, negators, hit.start() - NEGATION_REACH, hit.end())) {
      if (found != null && negator.start() > found.start()) {
        return found;
      }
      boolean before =
          negator.end() <= hit.start()
              && hit.start() - negator.end() <= NEGATION_REACH
              && scan.text().sameClause(negator.start(), hit.start());
      if ((before || isInGap(negator, hit)) && !isSpent(scan, negator, hit)) {
        found = negator;
      }
    }
    return found == null ? after(scan, negatorsAfter, hit, AFTER_REACH, false) : found;
  }

  /**
   * Whether the negator governs something else: it ends its clause (能来不，…), or a connective takes
   * up the thread before the offer goes on (开不了就…).
   */
  private boolean isSpent(Scan scan, Hit negator, Hit hit) {
    if (scan.text().isClauseStart(negator.end())
        || ",.?!;:。、".indexOf(scan.text().charAt(negator.end())) >= 0) {
      return true;
    }
    int next = hit.end();
    for (Hit part : hit.leaves()) {
      if (part.start() >= negator.end()) {
        next = Math.min(next, part.start());
      }
    }
    for (Hit connective : index.near(scan, connectives, negator.end(), next)) {
      if (connective.start() >= negator.end() && connective.end() <= next) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInGap(Hit word, Hit hit) {
    return hit.covers(word) && hit.leaves().stream().noneMatch(word::overlaps);
  }

  private @Nullable Hit doubleNegationOf(Scan scan, Hit hit) {
    for (Hit twice : index.near(scan, doubleNegation, hit.start() - 1, hit.end())) {
      for (Hit part : hit.leaves()) {
        int distance = part.start() - twice.end();
        boolean free = hit.leaves().stream().noneMatch(twice::overlaps);
        if (free
            && distance >= 0
            && distance <= 1
            && scan.text().sameClause(twice.start(), part.start())) {
          return twice;
        }
      }
    }
    return null;
  }

  private @Nullable Hit before(Scan scan, Compiled list, Hit hit, int reach) {
    for (Hit word : index.near(scan, list, hit.start() - reach, hit.start())) {
      if (word.end() <= hit.start()
          && hit.start() - word.end() <= reach
          && scan.text().sameClause(word.start(), hit.start())) {
        return word;
      }
    }
    return null;
  }

  private @Nullable Hit after(Scan scan, Compiled list, Hit hit, int reach, boolean acrossClauses) {
    for (Hit word : index.near(scan, list, hit.end(), hit.end() + reach)) {
      if (word.start() >= hit.end()
          && word.start() - hit.end() <= reach
          && (acrossClauses || scan.text().sameClause(word.start(), hit.end() - 1))) {
        return word;
      }
    }
    return null;
  }

  private boolean ownBetween(Scan scan, Hit speaker, Hit hit) {
    for (Hit self : index.near(scan, own, speaker.end(), hit.end())) {
      if (self.start() >= speaker.end() && self.end() <= hit.end()) {
        return true;
      }
    }
    return false;
  }

  private boolean endsAsQuestion(Scan scan, Hit hit) {
    for (Hit mark : index.near(scan, question, hit.end(), scan.text().length())) {
      if (mark.start() >= hit.end()) {
        return scan.text().sameClause(mark.start(), hit.end() - 1); // all others are farther
      }
    }
    return false;
  }
}
