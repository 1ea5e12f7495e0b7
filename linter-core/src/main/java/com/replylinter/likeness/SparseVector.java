package com.replylinter.likeness;

/** The columns of a case that are not 0, ascending, and their values. */
record SparseVector(int[] columns, float[] values) {

  double dot(double[] dense) {
    double sum = 0;
    for (int i = 0; i < columns.length; i++) {
      sum += dense[columns[i]] * values[i];
    }
    return sum;
  }

  void addTo(double[] dense, double factor) {
    for (int i = 0; i < columns.length; i++) {
      dense[columns[i]] += values[i] * factor;
    }
  }

  double squaredLength() {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }
}
