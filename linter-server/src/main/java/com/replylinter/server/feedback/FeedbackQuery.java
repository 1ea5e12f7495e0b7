package com.replylinter.server.feedback;

import com.replylinter.phrasebook.RuleId;
import com.replylinter.server.feedback.Feedback.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; they come in the order they were kept in.
 *
 * @param kind of this kind; null for all
 * @param rule about this rule; null for all
 * @param since that came then or later; null for all
 * @param after with a greater id; 0 for all
 * @param limit at most so many
 */
public record FeedbackQuery(
    @Nullable Kind kind, @Nullable RuleId rule, @Nullable Instant since, long after, int limit) {
  /** Most entries that can be asked for at once. */
  public static final int MAX_LIMIT = 1_000;

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /**
   * When a day begins in China, or the instant that is named with its zone.
   *
   * @throws java.time.DateTimeException if the text is neither
   */
  public static Instant startOf(String dayOrTime) {
    return dayOrTime.indexOf('T') < 0
        ? LocalDate.parse(dayOrTime).atStartOfDay(CHINA).toInstant()
        : OffsetDateTime.parse(dayOrTime).toInstant();
  }

  /** Asks for what follows an entry. */
  public FeedbackQuery after(long id) {
    return new FeedbackQuery(kind, rule, since, id, limit);
  }

  /** Asks for more, or for fewer. */
  public FeedbackQuery withLimit(int other) {
    return new FeedbackQuery(kind, rule, since, after, other);
  }
}
