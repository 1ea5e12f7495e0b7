package com.replylinter.normalize;

/**
 * Folds small Cyrillic and Greek letters that look like Latin ones to these; Chinese service talk
 * has no other use for them. A subset of Unicode's confusables (UTS #39).
 */
final class LookalikeFold implements CodePointFold {
  private static final String FROM =
      "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04BB\u051B\u051D\u0432\u043D\u043A\u043C\u0442\u03BF\u03BD\u03C1\u03B1\u03B9\u03BA\u03C4\u03C5\u03C7\u0251\u0261";
  private static final String TO = "aeopcyxijsdhqwbhkmtovpaiktuxag";

  @Override
  public String fold(int codePoint) {
    int known = FROM.indexOf(codePoint);
    return known < 0 ? Character.toString(codePoint) : TO.substring(known, known + 1);
  }
}
