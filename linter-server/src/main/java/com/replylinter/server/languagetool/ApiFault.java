package com.replylinter.server.languagetool;

/** Ends a request with a status and a text in English, as LanguageTool's clients show it. */
final class ApiFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private ApiFault(int status, String message) {
    super(message);
    this.status = status;
  }

  static ApiFault badRequest(String message) {
    return new ApiFault(400, message);
  }

  static ApiFault tooLong(String message) {
    return new ApiFault(413, message);
  }

  int status() {
    return status;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
