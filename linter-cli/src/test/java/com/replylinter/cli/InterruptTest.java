package com.replylinter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of an audit. */
class InterruptTest {
  private static final int CONVERSATIONS = 100_000;
  private static final int INTERRUPTED = 130;

  @TempDir private Path folder;

  @Test
  void leavesReportsOverWhatWasAudited() throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path told = folder.resolve("told");
    List<String> command = new ArrayList<>(interruptible());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--lang",
            "zh",
            "audit",
            log().toString(),
            "--out",
            out.toString()));
    Process audit =
        new ProcessBuilder(command)
            .redirectOutput(told.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!Files.exists(out.resolve("checkpoint.json"))) {
      assertTrue(audit.isAlive());
      Thread.sleep(20);
    }
    new ProcessBuilder("kill", "-INT", String.valueOf(audit.pid())).start().waitFor();

    assertTrue(audit.waitFor(2, TimeUnit.MINUTES));
    assertEquals(INTERRUPTED, audit.exitValue());
    String said = Files.readString(told);
    assertTrue(said.contains("--resume"), said);
    String summary = Files.readString(out.resolve("summary.json"));
    assertTrue(summary.contains("\"complete\" : false"), summary);
    assertTrue(Files.readString(out.resolve("report.html")).contains("税点"));
    assertTrue(Files.exists(out.resolve("checkpoint.json")));
  }

  /**
   * What must stand before a command so that Ctrl-C reaches it even where these tests were started
   * in the background of a script, which makes all that it starts ignore the signal; nothing where
   * {@code env} is too old for that.
   */
  private static List<String> interruptible() throws IOException, InterruptedException {
    List<String> prefix = List.of("env", "--default-signal=INT");
    List<String> trial = new ArrayList<>(prefix);
    trial.add("true");
    boolean able =
        new ProcessBuilder(trial).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor()
            == 0;
    return able ? prefix : List.of();
  }

  /** More than can be audited before the first checkpoint. */
  private Path log() throws IOException {
    Path log = folder.resolve("log.jsonl");
    try (BufferedWriter writer = Files.newBufferedWriter(log)) {
      for (int i = 0; i < CONVERSATIONS; i++) {
        writer.write(
            "{\"conversation\":\"c%d\",\"role\":\"agent\",\"sender\":\"店:甲\",\"text\":\"亲，第%d单开发票要加6个点的税点哦\"}\n"
                .formatted(i, i));
      }
    }
    return log;
  }
}
