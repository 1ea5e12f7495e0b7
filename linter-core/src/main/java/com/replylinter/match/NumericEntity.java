package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import java.util.List;

/** What is built on a number: where there is none, it cannot occur. */
record NumericEntity(Entity finder) implements Entity {
  @Override
  public List<Hit> find(NormalizedText text) {
    return finder.find(text);
  }

  @Override
  public boolean mayOccur(NormalizedText text) {
    return Numbers.occurIn(text);
  }
}
