package com.replylinter;

import java.util.List;
import java.util.Set;

/**
 * The shop's settings that decide some rules.
 *
 * @param platform lower-case platform name; {@code tmall} unless told otherwise
 * @param cod whether the shop has opened cash on delivery; false unless told otherwise
 * @param freeShipping whether its goods ship free; true unless told otherwise
 * @param presale whether the order in question is a presale; false unless told otherwise
 * @param itemLinks host names whose links are the shop's own
 * @param off ids of the rules that the shop has switched off
 */
public record Shop(
    String platform,
    boolean cod,
    boolean freeShipping,
    boolean presale,
    List<String> itemLinks,
    Set<String> off) {
  /** A Tmall shop with every setting at its default. */
  public static final Shop DEFAULT = new Shop("tmall", false, true, false, List.of());

  /** Keeps immutable copies. */
  public Shop {
    itemLinks = List.copyOf(itemLinks);
    off = Set.copyOf(off);
  }

  /** A shop that has switched nothing off. */
  public Shop(
      String platform, boolean cod, boolean freeShipping, boolean presale, List<String> itemLinks) {
    this(platform, cod, freeShipping, presale, itemLinks, Set.of());
  }
}
