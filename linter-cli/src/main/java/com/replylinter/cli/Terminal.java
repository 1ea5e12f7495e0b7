package com.replylinter.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a command talks to. Everything is UTF-8, whatever the platform's encoding.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param env environment variables
 * @param shown whether standard output is a terminal that a person looks at
 */
record Terminal(
    InputStream in, PrintStream out, PrintStream err, Map<String, String> env, boolean shown) {
  /** Set by the launcher, which knows better than Java 17 can: {@code true} or {@code false}. */
  static final String SHOWN_PROPERTY = "linter.terminal";

  /** Keeps an immutable copy of the environment. */
  Terminal {
    env = Map.copyOf(env);
  }

  /** Whether this process's standard output is a terminal. */
  static boolean isShown() {
    String told = System.getProperty(SHOWN_PROPERTY);
    return told == null ? hasConsole() : Boolean.parseBoolean(told);
  }

  /** From Java 22 on there may be a console without a terminal; {@code isTerminal} tells. */
  @SuppressWarnings("SystemConsoleNull") // Java 17 has no other sign
  private static boolean hasConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  PrintWriter errWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }
}
