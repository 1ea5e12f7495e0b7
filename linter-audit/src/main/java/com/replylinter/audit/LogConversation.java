package com.replylinter.audit;

import java.util.List;

/**
 * A whole conversation of an exported log.
 *
 * @param id names it within its file: the session's id, or the buyer
 * @param file the file it was read from, as it was named on the command line, a member of an
 *     archive behind {@code !/}
 * @param messages what was said, in the order of the file
 */
public record LogConversation(String id, String file, List<LogMessage> messages) {
  /** Keeps an immutable copy. */
  public LogConversation {
    messages = List.copyOf(messages);
  }
}
