package com.replylinter;

import java.util.List;
import java.util.Set;

/**
 * The shop's settings, and those of the order in question, that decide some rules.
 *
 * @param platform where it sells; {@link Platform#TMALL} unless told otherwise
 * @param cod whether the shop has opened cash on delivery; false unless told otherwise
 * @param freeShipping whether its goods ship free; true unless told otherwise
 * @param presale whether the order in question is a presale; false unless told otherwise
 * @param custom whether the item is made to the buyer's order; false unless told otherwise
 * @param returnExempt whether the item is of a kind that the law exempts from no-reason returns,
 *     such as fresh food; false unless told otherwise
 * @param itemLinks host names whose links are the shop's own, besides its platform's
 * @param off ids of the rules that the shop has switched off
 */
public record Shop(
    Platform platform,
    boolean cod,
    boolean freeShipping,
    boolean presale,
    boolean custom,
    boolean returnExempt,
    List<String> itemLinks,
    Set<String> off) {
  /** A Tmall shop with every setting at its default. */
  public static final Shop DEFAULT =
      new Shop(Platform.TMALL, false, true, false, false, false, List.of());

  /** Keeps immutable copies. */
  public Shop {
    itemLinks = List.copyOf(itemLinks);
    off = Set.copyOf(off);
  }

  /** A shop that has switched nothing off. */
  public Shop(
      Platform platform,
      boolean cod,
      boolean freeShipping,
      boolean presale,
      boolean custom,
      boolean returnExempt,
      List<String> itemLinks) {
    this(platform, cod, freeShipping, presale, custom, returnExempt, itemLinks, Set.of());
  }

  /** A shop of this platform with every other setting at its default. */
  public static Shop on(Platform platform) {
    return new Shop(platform, false, true, false, false, false, List.of());
  }
}
