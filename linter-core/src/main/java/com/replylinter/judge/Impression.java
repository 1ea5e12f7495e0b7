package com.replylinter.judge;

import com.replylinter.likeness.LikenessModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the learned cases say of one text after some messages, rule by rule. Lives for one request.
 */
final class Impression {
  /** How much the margin for any offence adds to that of a rule. */
  private static final float ANY_SHARE = 0.4f;

  /** Least score of a rule that is reported, of a text after nothing. */
  private static final float SURE_ALONE = -0.1f;

  /** Least score of a rule that is reported, of an answer: half of it rests on the question. */
  private static final float SURE = 0.05f;

  /** Least margin of a rule that is reported, however suspect the text is of some offence. */
  private static final float LEAST_MARGIN = -0.1f;

  /** How much more it takes where an exception spoke for the text. */
  private static final float STRONG = 0.15f;

  /** Where all rules of a family have smaller margins, a pattern of theirs is taken for chance. */
  private static final float UNLIKELY = -0.7f;

  /** Texts with a smaller margin for any offence are taken for compliant without further ado. */
  private static final float SUSPECT = -0.45f;

  /** Where the margin for any offence is smaller, no clause of the text is suspect by itself. */
  private static final float COMPLIANT = -0.75f;

  /** Families of the model's rules, in its order; null for a rule that the phrasebook has not. */
  private final List<@Nullable String> families;

  private final LikenessModel.@Nullable Reading reading;
  private final float suspicion;
  private final boolean isAnswer;
  private float @Nullable [] margins;

  /**
   * An impression.
   *
   * @param reading what the model says; null if it says nothing
   * @param isAnswer whether there are messages before the text
   */
  Impression(
      List<@Nullable String> families, LikenessModel.@Nullable Reading reading, boolean isAnswer) {
    this.families = families;
    this.reading = reading;
    this.suspicion = reading == null ? Float.NEGATIVE_INFINITY : reading.suspicion();
    this.isAnswer = isAnswer;
  }

  /**
   * Whether the text resembles compliant ones far more than those that break a rule of this family.
   */
  boolean isUnlikely(String family) {
    if (reading == null) {
      return false;
    }
    for (int rule = 0; rule < families.size(); rule++) {
      if (family.equals(families.get(rule)) && margin(rule) >= UNLIKELY) {
        return false;
      }
    }
    return true;
  }

  /** The likeliest rule of every family that is likely enough to report, by its number. */
  Map<String, Integer> likeliest() {
    Map<String, Integer> likeliest = new TreeMap<>();
    if (suspicion >= SUSPECT) {
      for (int rule = 0; rule < families.size(); rule++) {
        String family = families.get(rule);
        if (family != null && reports(rule)) {
          likeliest.merge(family, rule, (best, next) -> margin(best) >= margin(next) ? best : next);
        }
      }
    }
    return likeliest;
  }

  /** Whether it is likely enough that the text breaks a rule. */
  boolean reports(int rule) {
    return suspicion >= SUSPECT && margin(rule) >= reported();
  }

  /** Whether the text is so compliant as a whole that no clause of it needs to be looked at. */
  boolean isCompliant() {
    return suspicion < COMPLIANT;
  }

  /** By how much the margin for a rule exceeds what is reported. */
  float excess(int rule) {
    return margin(rule) - reported();
  }

  /** Whether it is so likely that it outweighs an exception. */
  boolean isStrong(int rule) {
    return margin(rule) >= least() + STRONG;
  }

  /** By how much the text resembles those that break a rule. */
  Origin.Learned origin(int rule) {
    return new Origin.Learned(margin(rule), reported());
  }

  /** How much each character of the text speaks for a rule. */
  double[] evidence(int rule) {
    return reading == null ? new double[0] : reading.evidence(rule);
  }

  private float margin(int rule) {
    float[] known = margins;
    if (known == null) {
      known = reading == null ? new float[families.size()] : reading.margins();
      margins = known;
    }
    return known[rule];
  }

  /** The margin from which a rule is suspected. */
  private float least() {
    return (isAnswer ? SURE : SURE_ALONE) - ANY_SHARE * suspicion;
  }

  /** The margin from which it is reported. */
  private float reported() {
    return Math.max(least(), LEAST_MARGIN);
  }
}
