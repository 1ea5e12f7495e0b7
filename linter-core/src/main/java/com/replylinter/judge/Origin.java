package com.replylinter.judge;

import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Rule.WrittenPattern;

/** What found a candidate. */
public sealed interface Origin {

  /**
   * A pattern of the rule.
   *
   * @param clue the clue it belongs to, with the topic or question it may need
   * @param pattern the pattern itself
   */
  record Written(Rule.Clue clue, WrittenPattern pattern) implements Origin {}

  /**
   * Something noticed about the whole draft.
   *
   * @param notice its name, as the rule's file has it
   */
  record Noticed(String notice) implements Origin {}

  /**
   * The learned second opinion.
   *
   * @param margin how far the reply lies on the side of the offence
   * @param needed the least margin that is reported
   */
  record Learned(float margin, float needed) implements Origin {}
}
