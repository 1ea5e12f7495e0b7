package com.replylinter.audit.log;

import java.io.IOException;

/** The file cannot be read from here on; what was read before it stands. The message is Chinese. */
final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedFileException(String message) {
    super(message);
  }

  DamagedFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
