package com.replylinter.phrasebook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one document says an offence costs during one period.
 *
 * @param points penalty points; null where the document names none
 * @param basis the clause it rests on, in Chinese
 * @param source the document: {@code D0} to {@code D4}, or {@code outside}
 * @param from first day it holds; null if it always did
 * @param until first day it no longer holds; null if it still does
 */
public record Penalty(
    @Nullable Integer points,
    String basis,
    String source,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {

  /** Whether it holds on {@code day}. */
  public boolean holdsOn(LocalDate day) {
    return new Period(from, until).contains(day);
  }
}
