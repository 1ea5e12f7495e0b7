package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import com.replylinter.phrasebook.Hosts;
import java.util.List;

/** A built-in recogniser. */
@FunctionalInterface
interface Entity {

  /** Every occurrence in the text, in order of its start. */
  List<Hit> find(NormalizedText text);

  /**
   * Every occurrence in the text, in order of its start.
   *
   * @param hosts whose links are the shop's own; matters to few
   */
  default List<Hit> find(NormalizedText text, Hosts hosts) {
    return find(text);
  }

  /** Whether an occurrence is possible at all, told by a glance. */
  default boolean mayOccur(NormalizedText text) {
    return true;
  }
}
