package com.replylinter.audit.log;

import java.io.IOException;

/** A file that cannot be read as the user asked. The message is Chinese and says what to do. */
public class LogFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public LogFileException(String message) {
    super(message);
  }
}
