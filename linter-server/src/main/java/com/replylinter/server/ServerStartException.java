package com.replylinter.server;

import java.util.Locale;

/** The service could not start; the message tells its operator why and what to do. */
public final class ServerStartException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String english;

  ServerStartException(String chinese, String english) {
    super(chinese);
    this.english = english;
  }

  /** Why, in English if that is the locale's language, else in Chinese (as {@link #getMessage}). */
  public String message(Locale locale) {
    return locale.getLanguage().equals("en") ? english : getMessage();
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
