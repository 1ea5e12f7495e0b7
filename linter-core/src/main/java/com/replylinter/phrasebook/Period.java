package com.replylinter.phrasebook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days.
 *
 * @param from its first day; null if it has no beginning
 * @param until the first day after it; null if it has no end
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate until) {
  /** All days. */
  public static final Period ALWAYS = new Period(null, null);

  /** Whether {@code day} lies in it. */
  public boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }
}
