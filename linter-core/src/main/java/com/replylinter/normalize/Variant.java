package com.replylinter.normalize;

import java.util.List;

/**
 * One disguised spelling of a word: 薇信 for 微信.
 *
 * @param spelling as it is written
 * @param meaning the word it stands for
 * @param beside where it stands for that word: directly after or before one of these; everywhere if
 *     there are none
 */
public record Variant(String spelling, String meaning, Beside beside) {

  /**
   * Neighbours of a spelling, any of which will do. {@link #LATIN} and {@link #NUMBER} stand for
   * any Latin letter and for a number.
   */
  public record Beside(List<String> after, List<String> before) {
    /** A Latin letter. */
    public static final String LATIN = "<字母>";

    /** A number of five digits or more. */
    public static final String NUMBER = "<号码>";

    /** No condition. */
    public static final Beside ANYTHING = new Beside(List.of(), List.of());

    /** Keeps immutable copies of the lists. */
    public Beside {
      after = List.copyOf(after);
      before = List.copyOf(before);
    }

    /** The same neighbours, folded. */
    Beside folded() {
      return new Beside(
          after.stream().map(Beside::fold).toList(), before.stream().map(Beside::fold).toList());
    }

    private static String fold(String word) {
      return word.startsWith("<") ? word : TextNormalizer.foldCharacters(word);
    }
  }
}
