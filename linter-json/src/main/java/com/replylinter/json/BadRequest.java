package com.replylinter.json;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request that cannot be linted, told in Chinese and in English. Never quotes the draft. */
public final class BadRequest extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final @Nullable String field;
  private final @Nullable String id;
  private final String chinese;

  BadRequest(Kind kind, @Nullable String field, String chinese, String english) {
    this(kind, field, null, chinese, english);
  }

  private BadRequest(
      Kind kind, @Nullable String field, @Nullable String id, String chinese, String english) {
    super(english);
    this.kind = kind;
    this.field = field;
    this.id = id;
    this.chinese = chinese;
  }

  /** What is wrong with a request. */
  public enum Kind {
    /**
     * Not JSON, not UTF-8, or of another shape: a wrong type, an unknown or a missing field, an
     * unknown role.
     */
    MALFORMED,
    /**
     * Of the right shape, but senseless: a date that does not exist, an empty draft, messages whose
     * order cannot be told.
     */
    INVALID,
    /** Longer than the linter accepts. */
    TOO_LARGE
  }

  /** What is wrong, in one word. */
  public Kind kind() {
    return kind;
  }

  /**
   * JSON pointer of the offending field, such as {@code /conversation/0/role}; null if the whole
   * text is at fault.
   */
  public @Nullable String field() {
    return field;
  }

  /** The request's id; null if it has none or none could be read. */
  public @Nullable String id() {
    return id;
  }

  /** What is wrong and what to do: in English if that is the locale's language, else in Chinese. */
  public String message(Locale locale) {
    return locale.getLanguage().equals("en") ? getMessage() : chinese;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  BadRequest withId(String requestId) {
    return new BadRequest(kind, field, requestId, chinese, getMessage());
  }
}
