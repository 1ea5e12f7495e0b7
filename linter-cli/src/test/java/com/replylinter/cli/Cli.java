package com.replylinter.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What one run of the command line gave.
 *
 * @param exitCode as the shell sees it
 * @param out standard output
 * @param err standard error
 */
record Cli(int exitCode, String out, String err) {

  /** Runs a command in Chinese, off a terminal, without input. */
  static Cli run(String... args) {
    return runWithInput(new byte[0], args);
  }

  /** Runs a command in Chinese, off a terminal. */
  static Cli runWithInput(byte[] input, String... args) {
    return run(new ByteArrayInputStream(input), Map.of(), false, args);
  }

  /** Runs a command in Chinese, off a terminal. */
  static Cli runWithInput(String input, String... args) {
    return runWithInput(input.getBytes(StandardCharsets.UTF_8), args);
  }

  /** Runs a command. */
  static Cli run(InputStream in, Map<String, String> env, boolean terminal, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            new Terminal(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                env,
                terminal),
            args);
    return new Cli(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
