package com.replylinter.phrasebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Host names that belong to somebody, with all their subdomains.
 *
 * @param names in lower case
 */
public record Hosts(List<String> names) {
  /** None. */
  public static final Hosts NONE = new Hosts(List.of());

  /** Takes host names, or links to them. */
  public Hosts {
    names = names.stream().map(Hosts::ofLink).toList();
  }

  /** These and more. */
  public Hosts and(List<String> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(more);
    return new Hosts(all);
  }

  /** Whether a link leads to one of them. */
  public boolean own(String link) {
    String host = ofLink(link);
    for (String name : names) {
      if (host.equals(name) || host.endsWith("." + name)) {
        return true;
      }
    }
    return false;
  }

  /** The host that a link leads to: what stands before its path, without scheme, user and port. */
  public static String ofLink(String link) {
    String rest = link.toLowerCase(Locale.ROOT);
    int scheme = rest.indexOf("//");
    if (scheme >= 0) {
      rest = rest.substring(scheme + 2);
    } else if (rest.startsWith("http:") || rest.startsWith("https:")) { // as folded text has it
      rest = rest.substring(rest.indexOf(':') + 1);
    }
    int end = 0;
    while (end < rest.length() && "/:?#&=%".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String authority = rest.substring(0, end);
    return authority.substring(authority.lastIndexOf('@') + 1);
  }
}
