package com.replylinter.normalize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Folds traditional Chinese characters to simplified ones, one to one.
 *
 * <p>The table is the single-character part of CLDR's Hant-Hans transform: lines of a traditional
 * character followed by its simplified form, in code-point order. A test compares it with ICU.
 */
final class ScriptFold implements CodePointFold {
  private static final char[] SIMPLIFIED = load();

  @Override
  public String fold(int codePoint) {
    char simplified = codePoint < SIMPLIFIED.length ? SIMPLIFIED[codePoint] : 0;
    return Character.toString(simplified == 0 ? codePoint : simplified);
  }

  /** A traditional character of {@code simplified}; itself if there is none. */
  static String traditional(char simplified) {
    for (int c = 0x4E00; c <= 0x9FFF && TextNormalizer.isHan(simplified); c++) {
      if (SIMPLIFIED[c] == simplified) {
        return Character.toString(c);
      }
    }
    return String.valueOf(simplified);
  }

  private static char[] load() {
    char[] table = new char[Character.MAX_VALUE + 1];
    try (InputStream in =
        Objects.requireNonNull(
            ScriptFold.class.getResourceAsStream("hant-hans.txt"),
            "hant-hans.txt is not on the class path")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> table[line.charAt(0)] = line.charAt(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }
}
