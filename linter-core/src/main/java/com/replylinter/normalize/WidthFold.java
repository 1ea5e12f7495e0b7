package com.replylinter.normalize;

import java.text.Normalizer;

/**
 * Folds full-width, circled, squared and mathematical forms to the plain character, by Unicode's
 * compatibility decomposition (NFKC, UAX #15) of the code point. The ellipsis keeps its own shape:
 * it is punctuation here.
 */
final class WidthFold implements CodePointFold {

  @Override
  public String fold(int codePoint) {
    String plain = Character.toString(codePoint);
    if (codePoint < 0x80 || codePoint == '…') {
      return plain;
    }
    return Normalizer.normalize(plain, Normalizer.Form.NFKC);
  }
}
