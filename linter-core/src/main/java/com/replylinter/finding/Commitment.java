package com.replylinter.finding;

import com.replylinter.phrasebook.Commits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a finding commits the shop to, for a note on the order. Only what was said is filled in.
 *
 * @param type the kind of promise
 * @param what the thing, such as a gift
 * @param courier who is to carry the parcel
 * @param days the days named
 * @param by the time named, such as 明天
 * @param amount the amount named, in yuan, with two decimals
 */
public record Commitment(
    Commits.Type type,
    @Nullable String what,
    @Nullable String courier,
    @Nullable Days days,
    @Nullable String by,
    @Nullable BigDecimal amount) {

  /**
   * A count of days, or the least and most of a range.
   *
   * @param min the count, or the least
   * @param max the same, or the most
   */
  public record Days(int min, int max) {}
}
