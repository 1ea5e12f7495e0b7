package com.replylinter.cli;

import com.replylinter.phrasebook.Severity;

/**
 * Colours a terminal's text, or leaves it plain.
 *
 * @param colored whether escape sequences are written
 */
record Style(boolean colored) {
  private static final String RESET = "\u001b[0m";

  /** {@code auto} means: on a terminal, unless NO_COLOR is set or the terminal is a dumb one. */
  static Style of(LintCommand.Color choice, Terminal terminal) {
    return new Style(
        switch (choice) {
          case always -> true;
          case never -> false;
          case auto ->
              terminal.shown()
                  && terminal.env().getOrDefault("NO_COLOR", "").isEmpty()
                  && !terminal.env().getOrDefault("TERM", "").equals("dumb");
        });
  }

  /** In the colour of a severity: block red, warn yellow, remind blue. */
  String severity(Severity severity, String text) {
    return wrap(
        switch (severity) {
          case BLOCK -> "\u001b[1;31m";
          case WARN -> "\u001b[1;33m";
          case REMIND -> "\u001b[1;34m";
        },
        text);
  }

  /** Of lesser weight. */
  String faint(String text) {
    return wrap("\u001b[2m", text);
  }

  /** Good to use. */
  String good(String text) {
    return wrap("\u001b[32m", text);
  }

  /** Taken away. */
  String bad(String text) {
    return wrap("\u001b[31m", text);
  }

  private String wrap(String escape, String text) {
    return colored ? escape + text + RESET : text;
  }
}
