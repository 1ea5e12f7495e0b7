package com.replylinter.judge;

import com.replylinter.likeness.LikenessModel;
import com.replylinter.match.Hit;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.TextNormalizer;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion for wordings that no pattern foresaw: which rules' labelled cases a reply
 * resembles. Families that the patterns have already judged, for good or ill, are left to them.
 */
final class Resemblance {
  /** A family is reported when its rules together are at least this probable. */
  private static final double SURE = 0.8;

  /** A reply of fewer Chinese characters resembles too many things. */
  private static final int FEWEST = 3;

  private static final NormalizedText NOTHING = TextNormalizer.normalize("");

  private final LikenessModel model;
  private final List<Optional<Rule>> rules = new ArrayList<>();

  /** A rule whose cases the reply resembles, and the part of the reply that speaks most for it. */
  record Suspicion(Rule rule, Hit hit) {}

  private Resemblance(LikenessModel model, Phrasebook book) {
    this.model = model;
    for (String id : model.rules()) {
      rules.add(
          book.rules().stream()
              .filter(rule -> rule.id().toString().equals(id))
              .filter(rule -> rule.status() == Rule.Status.STABLE)
              .findFirst());
    }
  }

  /** The phrasebook's second opinion; null if it has learned nothing. */
  static @Nullable Resemblance of(Phrasebook book) {
    LikenessModel model = book.likeness();
    return model == null ? null : new Resemblance(model, book);
  }

  /**
   * The most probable rule of every family that is probable enough; none for bare numbers and the
   * like.
   */
  List<Suspicion> suspicions(NormalizedText draft, @Nullable NormalizedText question) {
    if (draft.text().chars().filter(c -> TextNormalizer.isHan((char) c)).count() < FEWEST) {
      return List.of();
    }
    double[] probabilities = model.probabilities(question == null ? NOTHING : question, draft);
    if (Arrays.stream(probabilities).sum() < SURE) {
      return List.of();
    }
    Map<String, Double> families = new TreeMap<>();
    Map<String, Integer> likeliest = new TreeMap<>();
    for (int i = 0; i < probabilities.length; i++) {
      Optional<Rule> rule = rules.get(i);
      if (rule.isPresent()) {
        String family = rule.get().id().family();
        families.merge(family, probabilities[i], Double::sum);
        int best = likeliest.getOrDefault(family, i);
        likeliest.put(family, probabilities[i] >= probabilities[best] ? i : best);
      }
    }
    List<Suspicion> suspicions = new ArrayList<>();
    likeliest.forEach(
        (family, rule) -> {
          if (families.getOrDefault(family, 0.0) >= SURE) {
            suspicions.add(
                new Suspicion(
                    rules.get(rule).orElseThrow(), strongest(draft, model.evidence(draft, rule))));
          }
        });
    return suspicions;
  }

  /** The stretch with the largest sum of evidence above the average (Kadane's algorithm). */
  private static Hit strongest(NormalizedText draft, double[] evidence) {
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
    return new Hit(bestStart, bestEnd, List.of());
  }
}
