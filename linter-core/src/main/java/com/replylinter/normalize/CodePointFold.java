package com.replylinter.normalize;

/**
 * Maps one code point to the characters it is compared as, whatever stands around it.
 *
 * <p>An empty result deletes the code point. Folds are pure, so a chain of them can be tabulated.
 */
@FunctionalInterface
interface CodePointFold {

  /** What {@code codePoint} becomes: itself, another spelling, or nothing. */
  String fold(int codePoint);

  /** This fold, then {@code next} on each code point of its result. */
  default CodePointFold then(CodePointFold next) {
    return codePoint -> {
      String first = fold(codePoint);
      if (first.length() == 1) {
        return next.fold(first.charAt(0));
      }
      StringBuilder out = new StringBuilder();
      first.codePoints().forEach(each -> out.append(next.fold(each)));
      return out.toString();
    };
  }
}
