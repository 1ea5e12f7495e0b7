package com.replylinter.server;

import java.util.Locale;

/** Ends a request with a problem that its sender is told about. */
final class RequestFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final String chinese;

  RequestFault(Fault fault, String chinese, String english) {
    super(english);
    this.fault = fault;
    this.chinese = chinese;
  }

  Fault fault() {
    return fault;
  }

  /** What is wrong and what to do. */
  String detail(Locale locale) {
    return locale.getLanguage().equals("en") ? String.valueOf(getMessage()) : chinese;
  }
}
