package com.replylinter.phrasebook;

import com.replylinter.phrasebook.Rule.WrittenPattern;
import java.util.Locale;
import java.util.Map;

/**
 * What the shop is committed to by a sentence that a rule finds.
 *
 * @param type the kind of promise
 * @param parts where its particulars are read: what occurs in the sentence is what was promised
 */
public record Commits(Type type, Map<Part, WrittenPattern> parts) {
  /** Keeps an immutable copy of the map. */
  public Commits {
    parts = Map.copyOf(parts);
  }

  /** Kinds of promises. */
  public enum Type {
    GIFT,
    COURIER,
    AFTER_SALES,
    SHIP,
    ARRIVAL;

    /** The lower-case name used in phrasebook files and JSON. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Particulars of a promise. */
  public enum Part {
    WHAT,
    COURIER,
    BY,
    DAYS,
    AMOUNT;

    /** The lower-case name used in phrasebook files and JSON. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
