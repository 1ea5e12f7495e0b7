package com.replylinter.phrasebook;

import java.util.List;
import java.util.Optional;

/**
 * What loading gave: a phrasebook, or everything that is wrong with it.
 *
 * @param phrasebook empty if there is any problem
 * @param problems all of them, in order of file and line
 */
public record LoadResult(Optional<Phrasebook> phrasebook, List<Problem> problems) {
  /** Keeps an immutable copy of the list. */
  public LoadResult {
    problems = List.copyOf(problems);
  }
}
