package com.replylinter.likeness;

import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.TextNormalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Learns a model from labelled cases by stochastic gradient descent with AdaGrad steps (Duchi,
 * Hazan and Singer, 2011); the weights are averaged over the later epochs (Polyak and Juditsky,
 * 1992), so that the order of the cases hardly matters. The same cases always give the same model,
 * on every machine.
 */
public final class LikenessTrainer {
  private static final int EPOCHS = 14;
  private static final float STEP = 0.35f;
  private static final float DECAY = 2e-5f;

  /** An n-gram must occur in this many cases to count. */
  private static final int SEEN = 2;

  private final List<String> rules;
  private final Map<Long, Integer> index = new TreeMap<>();
  private final List<int[]> rows = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private float[] weights = {};

  private LikenessTrainer(List<LabelledCase> cases) {
    TreeSet<String> known = new TreeSet<>();
    cases.stream().map(LabelledCase::rule).filter(Objects::nonNull).forEach(known::add);
    this.rules = List.copyOf(known);
    List<long[]> features = new ArrayList<>();
    Map<Long, Integer> seen = new TreeMap<>();
    for (LabelledCase each : cases) {
      NormalizedText question = TextNormalizer.normalize(each.question());
      long[] keys = Features.of(question, TextNormalizer.normalize(each.draft()));
      features.add(keys);
      for (long key : keys) {
        seen.merge(key, 1, Integer::sum);
      }
      String rule = each.rule();
      labels.add(rule == null ? 0 : rules.indexOf(rule) + 1);
    }
    seen.forEach(
        (key, count) -> {
          if (count >= SEEN) {
            index.put(key, index.size());
          }
        });
    for (long[] keys : features) {
      List<Integer> row = new ArrayList<>();
      for (long key : keys) {
        Integer column = index.get(key);
        if (column != null) {
          row.add(column);
        }
      }
      rows.add(row.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  /** The model of these cases. */
  public static LikenessModel train(List<LabelledCase> cases) {
    LikenessTrainer trainer = new LikenessTrainer(cases);
    trainer.descend();
    return trainer.quantized();
  }

  private void descend() {
    int classes = rules.size() + 1;
    weights = new float[index.size() * classes];
    float[] squares = new float[weights.length];
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      order.add(i);
    }
    Random random = new Random(20_261_122);
    float[] errors = new float[classes];
    float[] averaged = new float[weights.length];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      for (int each : order) {
        int[] row = rows.get(each);
        float norm = (float) LikenessModel.norm(row.length);
        errors(row, norm, labels.get(each), errors);
        for (int column : row) {
          int base = column * classes;
          for (int c = 0; c < classes; c++) {
            float gradient = errors[c] * norm + DECAY * weights[base + c];
            squares[base + c] += gradient * gradient;
            weights[base + c] -=
                STEP * gradient / (1e-3f + (float) StrictMath.sqrt(squares[base + c]));
          }
        }
      }
      if (epoch >= EPOCHS / 2) {
        for (int i = 0; i < averaged.length; i++) {
          averaged[i] += weights[i] / (EPOCHS - EPOCHS / 2);
        }
      }
    }
    weights = averaged;
  }

  /** Predicted minus true probability of each class. */
  private void errors(int[] row, float norm, int label, float[] errors) {
    int classes = errors.length;
    Arrays.fill(errors, 0);
    for (int column : row) {
      int base = column * classes;
      for (int c = 0; c < classes; c++) {
        errors[c] += weights[base + c];
      }
    }
    float top = errors[0];
    for (float score : errors) {
      top = Math.max(top, score);
    }
    float total = 0;
    for (int c = 0; c < classes; c++) {
      errors[c] = (float) StrictMath.exp((errors[c] - top) * norm);
      total += errors[c];
    }
    for (int c = 0; c < classes; c++) {
      errors[c] = errors[c] / total - (c == label ? 1 : 0);
    }
  }

  private LikenessModel quantized() {
    float largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    float scale = largest / Byte.MAX_VALUE;
    byte[] bytes = new byte[weights.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(weights[i] / scale);
    }
    long[] keys = index.keySet().stream().mapToLong(Long::longValue).toArray();
    return new LikenessModel(rules, keys, bytes, scale);
  }
}
