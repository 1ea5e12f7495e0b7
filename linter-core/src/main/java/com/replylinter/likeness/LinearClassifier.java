package com.replylinter.likeness;

import java.util.List;
import java.util.Random;

/**
 * A linear support vector machine with squared hinge loss, found by dual coordinate descent with
 * shrinking (Hsieh, Chang, Lin, Keerthi and Sundararajan, 2008).
 */
final class LinearClassifier {
  /** How dear an error is beside large weights. */
  private static final double COST = 1;

  private static final double TOLERANCE = 0.05;
  private static final int ROUNDS = 100;
  private static final long SEED = 20_261_126;

  private final double[] weights;
  private double bias;

  private LinearClassifier(int columns) {
    this.weights = new double[columns];
  }

  /** The machine that tells the positive examples from the others. */
  static LinearClassifier train(List<SparseVector> examples, boolean[] positives, int columns) {
    LinearClassifier classifier = new LinearClassifier(columns);
    classifier.descend(examples, positives);
    return classifier;
  }

  private void descend(List<SparseVector> examples, boolean[] positives) {
    int size = examples.size();
    double diagonal = 0.5 / COST;
    double[] alphas = new double[size];
    double[] curvatures = new double[size];
    int[] active = new int[size];
    for (int i = 0; i < size; i++) {
      curvatures[i] = examples.get(i).squaredLength() + 1 + diagonal;
      active[i] = i;
    }
    Random random = new Random(SEED);
    int live = size;
    double bound = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      double highest = Double.NEGATIVE_INFINITY;
      double lowest = Double.POSITIVE_INFINITY;
      shuffle(active, live, random);
      for (int s = 0; s < live; s++) {
        int i = active[s];
        SparseVector example = examples.get(i);
        double sign = positives[i] ? 1 : -1;
        double gradient = sign * (example.dot(weights) + bias) - 1 + diagonal * alphas[i];
        if (alphas[i] == 0 && gradient > bound) {
          live--;
          active[s] = active[live];
          active[live] = i;
          s--;
          continue;
        }
        double projected = alphas[i] == 0 ? Math.min(gradient, 0) : gradient;
        highest = Math.max(highest, projected);
        lowest = Math.min(lowest, projected);
        if (Math.abs(projected) > 1e-12) {
          double old = alphas[i];
          alphas[i] = Math.max(old - gradient / curvatures[i], 0);
          double step = (alphas[i] - old) * sign;
          example.addTo(weights, step);
          bias += step;
        }
      }
      if (highest - lowest <= TOLERANCE) {
        if (live == size) {
          return;
        }
        live = size; // look at all once more before stopping
        bound = Double.POSITIVE_INFINITY;
      } else {
        bound = highest <= 0 ? Double.POSITIVE_INFINITY : highest;
      }
    }
  }

  private static void shuffle(int[] order, int count, Random random) {
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[other];
      order[other] = moved;
    }
  }

  float weight(int column) {
    return (float) weights[column];
  }

  float bias() {
    return (float) bias;
  }

  /** The largest weight, whatever its sign. */
  float largest() {
    double largest = 0;
    for (double weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    return (float) largest;
  }
}
