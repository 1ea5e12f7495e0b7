package com.replylinter.phrasebook;

import com.replylinter.Platform;
import com.replylinter.Shop;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances under which a rule, or a part of one, holds.
 *
 * @param shop the shop settings it needs
 * @param period the days on which it holds
 */
public record Condition(Settings shop, Period period) {
  /** Every shop, every day. */
  public static final Condition ALWAYS = new Condition(Settings.ANY, Period.ALWAYS);

  /** Whether it holds for a shop on a day. */
  public boolean holds(Shop actual, LocalDate day) {
    return shop.agreeWith(actual) && period.contains(day);
  }

  /**
   * The shop settings needed; null means either value will do.
   *
   * @param platforms where it must sell, any of them; none if anywhere
   * @param cod whether cash on delivery must be open
   * @param freeShipping whether goods must ship free
   * @param presale whether the order must be a presale
   * @param custom whether the item must be made to order
   * @param returnExempt whether the item must be exempt from no-reason returns
   */
  public record Settings(
      Set<Platform> platforms,
      @Nullable Boolean cod,
      @Nullable Boolean freeShipping,
      @Nullable Boolean presale,
      @Nullable Boolean custom,
      @Nullable Boolean returnExempt) {
    /** Every shop. */
    public static final Settings ANY = new Settings(Set.of(), null, null, null, null, null);

    /** Keeps an immutable copy of the set. */
    public Settings {
      platforms = Set.copyOf(platforms);
    }

    /** Whether {@code actual} has them. */
    public boolean agreeWith(Shop actual) {
      return (platforms.isEmpty() || platforms.contains(actual.platform()))
          && agrees(cod, actual.cod())
          && agrees(freeShipping, actual.freeShipping())
          && agrees(presale, actual.presale())
          && agrees(custom, actual.custom())
          && agrees(returnExempt, actual.returnExempt());
    }

    private static boolean agrees(@Nullable Boolean wanted, boolean actual) {
      return wanted == null || wanted == actual;
    }
  }
}
