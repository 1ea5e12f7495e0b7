package com.replylinter.phrasebook;

import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.text.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft that shows what a rule finds or must leave alone; at the same time the rule's test.
 *
 * @param bad whether the rule must speak
 * @param draft the draft without span marks
 * @param spans what must be found, exactly, in UTF-16 code units of {@code draft}; empty for a good
 *     example
 * @param conversation the turns before the draft
 * @param shop the shop it is typed in
 * @param at the day it is typed on; null means today
 */
public record Example(
    boolean bad,
    String draft,
    List<Span> spans,
    List<Turn> conversation,
    Shop shop,
    @Nullable LocalDate at) {
  /** Keeps immutable copies of the lists. */
  public Example {
    spans = List.copyOf(spans);
    conversation = List.copyOf(conversation);
  }
}
