package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import com.replylinter.phrasebook.Hosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Links that lead to the shop, or links that lead elsewhere.
 *
 * @param own which of the two
 */
record Links(boolean own) implements Entity {
  /** What a host ends with; without one of these, a.b is no link elsewhere. */
  private static final Set<String> TOP_LEVELS =
      Set.of(
          "com", "cn", "net", "org", "shop", "vip", "top", "xyz", "cc", "me", "store", "club",
          "link", "hk", "tw", "tv", "co", "io", "im", "info", "biz", "site", "online", "ltd",
          "mobi", "wang", "ink", "fun", "pub", "ly", "us", "jp", "kr");

  @Override
  public List<Hit> find(NormalizedText text) {
    return find(text, Hosts.NONE);
  }

  @Override
  public List<Hit> find(NormalizedText text, Hosts hosts) {
    List<Hit> hits = new ArrayList<>();
    for (Hit link : Digits.links(text)) {
      String written = text.text().substring(link.start(), link.end());
      if (hosts.own(written) ? own : !own && isHost(Hosts.ofLink(written))) {
        hits.add(link);
      }
    }
    return hits;
  }

  @Override
  public boolean mayOccur(NormalizedText text) {
    return text.text().indexOf('.') >= 0;
  }

  private static boolean isHost(String host) {
    int dot = host.lastIndexOf('.');
    return dot > 0 && TOP_LEVELS.contains(host.substring(dot + 1));
  }
}
