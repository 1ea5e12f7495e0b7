package com.replylinter.cli;

/** Ends a command with exit code 2 and a message for the user. */
final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CliException(String message) {
    super(message);
  }
}
