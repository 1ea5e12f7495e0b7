package com.replylinter.judge;

import com.replylinter.match.Hit;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.token.Tokenizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the stretches of a reply that speak most for a rule. Lives for one request. */
final class Stretches {
  /** A clause of no more characters is shown whole. */
  private static final int SHORT_CLAUSE = 12;

  private final NormalizedText draft;
  private final Tokenizer tokenizer;
  private final Map<Integer, Clause> clauses = new HashMap<>();

  Stretches(NormalizedText draft, Tokenizer tokenizer) {
    this.draft = draft;
    this.tokenizer = tokenizer;
  }

  /**
   * The stretch with the largest sum of evidence above the average (Kadane's algorithm), widened to
   * its clauses if these are short, else to whole words.
   *
   * @param start the first character that counts
   * @param evidence how much each character from there on speaks for it
   */
  Hit strongest(int start, double[] evidence) {
    double average = 0;
    for (double each : evidence) {
      average += each / evidence.length;
    }
    int from = 0;
    int bestStart = 0;
    int bestEnd = evidence.length;
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
    return widened(start + bestStart, start + bestEnd);
  }

  private Hit widened(int start, int end) {
    Clause first = clause(start);
    Clause last = end - 1 < first.end ? first : clause(end - 1);
    return new Hit(
        first.start + first.cuts.previousSetBit(start - first.start),
        last.start + last.cuts.nextSetBit(Math.min(end, last.end) - last.start),
        List.of());
  }

  /** A clause without the punctuation at its end, and where it may be cut. */
  private record Clause(int start, int end, BitSet cuts) {}

  /** The clause around a character; a short one is one piece, as is one the segmenter fails on. */
  private Clause clause(int at) {
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
    Clause known = clauses.get(start);
    if (known == null || known.end != end) { // punctuation at its end may belong to it or not
      known = new Clause(start, end, cuts(draft.text().substring(start, end)));
      clauses.put(start, known);
    }
    return known;
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
