package com.replylinter.normalize;

/**
 * Deletes what has no shape of its own: zero-width and bidirectional controls, variation selectors,
 * the enclosing keycap, soft hyphens, control characters other than the line feed, and lone
 * surrogates.
 */
final class NoiseFold implements CodePointFold {

  @Override
  public String fold(int codePoint) {
    return isNoise(codePoint) ? "" : Character.toString(codePoint);
  }

  private static boolean isNoise(int codePoint) {
    if (codePoint == '\n' || codePoint == '\t' || codePoint == '\r') {
      return false;
    }
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.ENCLOSING_MARK
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
        || codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x3164
        || codePoint == 0xFFA0
        || codePoint == 0x2800;
  }
}
