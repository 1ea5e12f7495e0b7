package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import java.util.List;

/** A built-in recogniser. */
@FunctionalInterface
interface Entity {

  /** Every occurrence in the text, in order of its start. */
  List<Hit> find(NormalizedText text);

  /** Whether an occurrence is possible at all, told by a glance. */
  default boolean mayOccur(NormalizedText text) {
    return true;
  }
}
