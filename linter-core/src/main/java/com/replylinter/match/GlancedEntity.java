package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import java.util.List;
import java.util.function.Predicate;

/**
 * A recogniser that need not look closely at most texts.
 *
 * @param glance whether an occurrence is possible at all
 * @param finder finds them
 */
record GlancedEntity(Predicate<NormalizedText> glance, Entity finder) implements Entity {

  /** What is built on a number: where there is none, it cannot occur. */
  static Entity ofNumbers(Entity finder) {
    return new GlancedEntity(Numbers::occurIn, finder);
  }

  @Override
  public List<Hit> find(NormalizedText text) {
    return finder.find(text);
  }

  @Override
  public boolean mayOccur(NormalizedText text) {
    return glance.test(text);
  }
}
