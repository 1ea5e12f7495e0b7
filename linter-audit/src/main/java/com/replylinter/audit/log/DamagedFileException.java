package com.replylinter.audit.log;

import java.io.IOException;

/** The file cannot be read from here on; what was read before it stands. The message is Chinese. */
final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String english;

  DamagedFileException(Wording message) {
    super(message.chinese());
    this.english = message.english();
  }

  DamagedFileException(Wording message, Throwable cause) {
    super(message.chinese(), cause);
    this.english = message.english();
  }

  /** What is the matter, in both languages. */
  Wording wording() {
    return new Wording(String.valueOf(getMessage()), english);
  }
}
