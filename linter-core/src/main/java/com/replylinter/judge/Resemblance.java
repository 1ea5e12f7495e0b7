package com.replylinter.judge;

import com.replylinter.Turn;
import com.replylinter.likeness.Exchange;
import com.replylinter.likeness.LikenessModel;
import com.replylinter.match.Hit;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.Variants;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.token.Tokenizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion: which rules' labelled cases a reply resembles, for wordings that no pattern
 * foresaw, and which it does not resemble at all, for patterns that foresaw too much.
 */
final class Resemblance {
  /** How much the margin for any offence adds to that of a rule. */
  private static final float ANY_SHARE = 0.4f;

  /** Least score of a rule that is reported, of a reply to nothing. */
  private static final float SURE_ALONE = -0.1f;

  /** Least score of a rule that is reported, of an answer: half of it rests on the question. */
  private static final float SURE = 0.05f;

  /** Least margin of a rule that is reported beside a likelier one. */
  private static final float BESIDE = -0.1f;

  /** How much more it takes where an exception spoke for the reply. */
  private static final float STRONG = 0.15f;

  /** Where all rules of a family have smaller margins, a pattern of theirs is taken for chance. */
  private static final float UNLIKELY = -0.7f;

  /** Replies with a smaller margin for any offence are taken for compliant without further ado. */
  private static final float SUSPECT = -0.45f;

  /** A reply to nothing of fewer characters resembles too many things. */
  private static final int FEWEST = 5;

  /** A clause of no more characters is shown whole. */
  private static final int SHORT_CLAUSE = 12;

  private final LikenessModel model;
  private final Tokenizer tokenizer;
  private final Variants variants;
  private final List<Optional<Rule>> rules = new ArrayList<>();
  private final Set<RuleId> known = new HashSet<>();

  /**
   * A rule whose cases the reply resembles.
   *
   * @param hit the part of the reply that speaks most for it
   * @param isStrong whether it outweighs an exception
   */
  record Suspicion(Rule rule, Hit hit, boolean isStrong) {}

  private Resemblance(LikenessModel model, Phrasebook book, Tokenizer tokenizer) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.variants = book.variants();
    for (String id : model.rules()) {
      rules.add(
          book.rules().stream()
              .filter(rule -> rule.id().toString().equals(id))
              .filter(rule -> rule.status() == Rule.Status.STABLE)
              .findFirst());
    }
    rules.forEach(rule -> rule.ifPresent(each -> known.add(each.id())));
  }

  /** The phrasebook's second opinion; null if it has learned nothing. */
  static @Nullable Resemblance of(Phrasebook book, Tokenizer tokenizer) {
    LikenessModel model = book.likeness();
    return model == null ? null : new Resemblance(model, book, tokenizer);
  }

  /** Whether it has learned what breaks the rule. */
  boolean knows(RuleId rule) {
    return known.contains(rule);
  }

  /** What it says of a reply. */
  Opinion opinion(NormalizedText draft, List<Turn> conversation) {
    return new Opinion(draft, conversation);
  }

  /** The second opinion on one reply; lives for one request. */
  final class Opinion {
    private final NormalizedText draft;
    private final float sure;
    private final LikenessModel.@Nullable Reading reading;
    private float @Nullable [] margins;

    private Opinion(NormalizedText draft, List<Turn> conversation) {
      this.draft = draft;
      this.sure = conversation.isEmpty() ? SURE_ALONE : SURE;
      boolean tooShort = conversation.isEmpty() && draft.length() < FEWEST;
      this.reading =
          tooShort ? null : model.read(Exchange.of(conversation, draft.text(), variants));
    }

    /**
     * Whether the reply resembles compliant ones far more than those that break a rule of this
     * one's family; no if the model does not know the rule.
     */
    boolean isUnlikely(Rule suspect) {
      if (reading == null || !knows(suspect.id())) {
        return false;
      }
      float[] all = margins(reading);
      for (int i = 0; i < all.length; i++) {
        Optional<Rule> rule = rules.get(i);
        if (all[i] >= UNLIKELY
            && rule.isPresent()
            && rule.get().id().family().equals(suspect.id().family())) {
          return false;
        }
      }
      return true;
    }

    /** The likeliest rule of every family that is likely enough. */
    List<Suspicion> suspicions() {
      if (reading == null || reading.suspicion() < SUSPECT) {
        return List.of();
      }
      float[] all = margins(reading);
      float least = sure - ANY_SHARE * reading.suspicion();
      float beside = Math.max(least, Math.min(BESIDE, highest(all)));
      Map<String, Integer> likeliest = new TreeMap<>();
      for (int i = 0; i < all.length; i++) {
        Optional<Rule> rule = rules.get(i);
        if (all[i] >= beside && rule.isPresent()) {
          int each = i;
          likeliest.merge(
              rule.get().id().family(), i, (best, next) -> all[best] >= all[each] ? best : next);
        }
      }
      List<Suspicion> suspicions = new ArrayList<>();
      for (int rule : likeliest.values()) {
        suspicions.add(
            new Suspicion(
                rules.get(rule).orElseThrow(),
                strongest(draft, reading.evidence(rule)),
                all[rule] >= least + STRONG));
      }
      return suspicions;
    }

    private static float highest(float[] margins) {
      float highest = Float.NEGATIVE_INFINITY;
      for (float margin : margins) {
        highest = Math.max(highest, margin);
      }
      return highest;
    }

    private float[] margins(LikenessModel.Reading read) {
      float[] known = margins;
      if (known == null) {
        known = read.margins();
        margins = known;
      }
      return known;
    }
  }

  /**
   * The stretch with the largest sum of evidence above the average (Kadane's algorithm), widened to
   * its clauses if these are short, else to whole words.
   */
  private Hit strongest(NormalizedText draft, double[] evidence) {
    double average = 0;
    for (double each : evidence) {
      average += each / evidence.length;
    }
    int from = 0;
    int bestStart = 0;
    int bestEnd = draft.length();
    double sum = 0;
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < evidence.length; i++) {
      if (sum <= 0) {
        sum = 0;
        from = i;
      }
      sum += evidence[i] - average / 2;
      if (sum > best) {
        best = sum;
        bestStart = from;
        bestEnd = i + 1;
      }
    }
    Clause first = clause(draft, bestStart);
    Clause last = bestEnd - 1 < first.end ? first : clause(draft, bestEnd - 1);
    int start = first.start + first.cuts.previousSetBit(bestStart - first.start);
    int end = last.start + last.cuts.nextSetBit(Math.min(bestEnd, last.end) - last.start);
    return new Hit(start, end, List.of());
  }

  /** A clause without the punctuation at its end, and where it may be cut. */
  private record Clause(int start, int end, BitSet cuts) {}

  /** The clause around a character; a short one is one piece, as is one the segmenter fails on. */
  private Clause clause(NormalizedText draft, int at) {
    int start = at;
    while (!draft.isClauseStart(start)) {
      start--;
    }
    int end = at + 1;
    while (!draft.isClauseStart(end)) {
      end++;
    }
    while (end - 1 > at && !Character.isLetterOrDigit(draft.charAt(end - 1))) {
      end--;
    }
    return new Clause(start, end, cuts(draft.text().substring(start, end)));
  }

  private BitSet cuts(String clause) {
    if (clause.length() > SHORT_CLAUSE) {
      try {
        return tokenizer.boundaries(clause);
      } catch (Tokenizer.TokenizerException e) {
        return ends(clause); // only how much of it is shown depends on the segmenter here
      }
    }
    return ends(clause);
  }

  private static BitSet ends(String clause) {
    BitSet ends = new BitSet();
    ends.set(0);
    ends.set(clause.length());
    return ends;
  }
}
