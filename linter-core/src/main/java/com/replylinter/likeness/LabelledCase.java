package com.replylinter.likeness;

import com.replylinter.Turn;
import java.util.List;

/**
 * A reply of which somebody said what it is.
 *
 * @param rules ids of the rules it breaks; none if it is compliant
 * @param conversation what was said before it, oldest first
 * @param draft the reply
 */
public record LabelledCase(List<String> rules, List<Turn> conversation, String draft) {
  /** Keeps immutable copies. */
  public LabelledCase {
    rules = List.copyOf(rules);
    conversation = List.copyOf(conversation);
  }
}
