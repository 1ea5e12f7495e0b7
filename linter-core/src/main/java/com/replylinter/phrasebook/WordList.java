package com.replylinter.phrasebook;

import com.replylinter.phrasebook.Rule.WrittenPattern;
import java.util.List;

/**
 * A named list of words and patterns; naming it in a pattern stands for any of them.
 *
 * @param name its name, unique in the phrasebook
 * @param entries what it stands for
 * @param exceptions innocent longer words: an occurrence covered by one of them does not count
 */
public record WordList(String name, List<WrittenPattern> entries, List<WrittenPattern> exceptions) {
  /** Keeps immutable copies of the lists. */
  public WordList {
    entries = List.copyOf(entries);
    exceptions = List.copyOf(exceptions);
  }
}
