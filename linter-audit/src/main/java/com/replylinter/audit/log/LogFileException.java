package com.replylinter.audit.log;

import java.io.IOException;
import java.util.Locale;

/** A file that cannot be read as the user asked. The message says what to do. */
public class LogFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String english;

  /** With what the user is told. */
  LogFileException(Wording message) {
    super(message.chinese());
    this.english = message.english();
  }

  /** What the user is told, in both languages. */
  public Wording wording() {
    return new Wording(getMessage(), english);
  }

  /** In English if that is the locale's language, else in Chinese (as {@link #getMessage}). */
  public String message(Locale locale) {
    return wording().in(locale);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
