package com.replylinter;

import com.replylinter.finding.Report;
import com.replylinter.judge.Readings;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges messages that one shop has sent, one after the other, as {@link Linter#lint} judges
 * drafts, but for the traps: nobody is about to answer. It remembers the texts it read lately,
 * which makes it several times as fast over the messages of a log.
 *
 * <p>Not thread-safe: one for each thread.
 */
public final class Reviewer {
  /** Texts that are remembered, a few kilobytes each; long ones are seldom said twice. */
  static final Readings.Limit REMEMBERED = new Readings.Limit(800, 500);

  private final Linter linter;
  private final Shop shop;
  private final Readings readings;

  Reviewer(Linter linter, Shop shop, Readings readings) {
    this.linter = linter;
    this.shop = shop;
    this.readings = readings;
  }

  /**
   * Judges one message.
   *
   * @param text what was sent
   * @param before the messages before it, oldest first
   * @param day the day whose rules and penalties count; null means today in China
   * @throws IllegalArgumentException if the text is longer than {@link
   *     LintRequest#MAX_DRAFT_LENGTH}
   */
  public Report review(String text, List<Turn> before, @Nullable LocalDate day) {
    return linter.review(new LintRequest(null, text, before, shop, day), readings);
  }
}
