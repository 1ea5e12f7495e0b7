package com.replylinter.normalize;

/** Folds capital letters to small ones, code point by code point. */
final class CaseFold implements CodePointFold {

  @Override
  public String fold(int codePoint) {
    return Character.toString(Character.toLowerCase(codePoint));
  }
}
