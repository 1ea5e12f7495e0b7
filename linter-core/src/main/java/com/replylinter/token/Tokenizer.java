package com.replylinter.token;

import java.util.BitSet;

/** Tells where words begin. The seam between the linter and a segmenter. */
public interface Tokenizer {

  /**
   * Word boundaries of a piece of folded text.
   *
   * @param text the piece, usually one clause
   * @return the indexes at which a token starts or ends; 0 and the length always among them
   * @throws TokenizerException if the segmenter fails
   */
  BitSet boundaries(String text);

  /** A segmenter that takes every character for a word, which is what remains without evidence. */
  static Tokenizer everyCharacter() {
    return text -> {
      BitSet boundaries = new BitSet(text.length() + 1);
      boundaries.set(0, text.length() + 1);
      return boundaries;
    };
  }

  /** A segmenter's failure: what depends on word boundaries is then unknown. */
  final class TokenizerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Wraps what the segmenter threw. */
    public TokenizerException(Throwable cause) {
      super("the segmenter failed", cause);
    }
  }
}
