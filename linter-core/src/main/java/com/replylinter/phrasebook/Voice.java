package com.replylinter.phrasebook;

import java.util.List;

/**
 * How a rule speaks.
 *
 * @param severity how bad the offence is
 * @param title short name, in Chinese
 * @param message what is wrong and what to do, in Chinese
 * @param why the platform rule behind it, in Chinese
 * @param rewrites compliant replies, best first
 */
public record Voice(
    Severity severity, String title, String message, String why, List<String> rewrites) {
  /** Keeps an immutable copy of the list. */
  public Voice {
    rewrites = List.copyOf(rewrites);
  }
}
