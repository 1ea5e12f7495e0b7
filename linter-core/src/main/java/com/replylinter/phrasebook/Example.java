package com.replylinter.phrasebook;

import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.text.Span;
import java.util.List;

/**
 * A draft that shows what a rule finds or must leave alone; at the same time the rule's test.
 *
 * @param bad whether the rule must speak
 * @param draft the draft without span marks
 * @param spans what must be found, exactly, in UTF-16 code units of {@code draft}; empty for a good
 *     example
 * @param conversation the turns before the draft
 * @param shop the shop it is typed in
 */
public record Example(
    boolean bad, String draft, List<Span> spans, List<Turn> conversation, Shop shop) {
  /** Keeps immutable copies of the lists. */
  public Example {
    spans = List.copyOf(spans);
    conversation = List.copyOf(conversation);
  }
}
