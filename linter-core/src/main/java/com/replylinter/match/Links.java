package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import com.replylinter.phrasebook.Hosts;
import java.util.ArrayList;
import java.util.List;

/**
 * Links that lead to the shop, or links that lead elsewhere.
 *
 * @param own which of the two
 */
record Links(boolean own) implements Entity {
  @Override
  public List<Hit> find(NormalizedText text) {
    return find(text, Hosts.NONE);
  }

  @Override
  public List<Hit> find(NormalizedText text, Hosts hosts) {
    List<Hit> hits = new ArrayList<>();
    for (Hit link : Latin.links(text)) {
      String written = text.text().substring(link.start(), link.end());
      if (hosts.own(written) ? own : !own && Latin.isDomain(Hosts.ofLink(written))) {
        hits.add(link);
      }
    }
    return hits;
  }

  @Override
  public boolean mayOccur(NormalizedText text) {
    return text.text().indexOf('.') >= 0;
  }
}
