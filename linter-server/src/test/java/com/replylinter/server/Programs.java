package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Programs of this machine. Without one, tests that need it are skipped, but fail where CI=true.
 */
final class Programs {
  private static final long PATIENCE_SECONDS = 60;

  private Programs() {}

  /**
   * What a program did.
   *
   * @param status its exit code
   * @param output what it wrote to standard output
   * @param errors what it wrote to standard error
   */
  record Outcome(int status, String output, String errors) {
    /** The same, if it ended well. */
    Outcome orFail() {
      assertEquals(0, status, errors);
      return this;
    }
  }

  /** The first of these programs that is installed. */
  static File installed(String... names) {
    Optional<File> program =
        Stream.of(names)
            .flatMap(
                name ->
                    Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> new File(folder, name)))
            .filter(File::canExecute)
            .findFirst();
    require(program.isPresent(), "no " + names[0] + " on this machine");
    return program.get();
  }

  /** Goes on only where something was installed into a folder. */
  static void requirePrepared(Path folder, String how) {
    require(Files.isDirectory(folder), "no " + folder + ": " + how);
  }

  /** Runs a program to its end. */
  static Outcome run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile("program", ".err");
    Path output = Files.createTempFile("program", ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectError(errors.toFile())
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertTrue(ended, () -> "still running: " + command);
      return new Outcome(
          process.exitValue(),
          Files.readString(output, StandardCharsets.UTF_8),
          Files.readString(errors, StandardCharsets.UTF_8));
    } finally {
      Files.delete(errors);
      Files.delete(output);
    }
  }

  private static void require(boolean there, String missing) {
    if (!there && "true".equals(System.getenv("CI"))) {
      fail(missing);
    }
    assumeTrue(there, missing);
  }
}
