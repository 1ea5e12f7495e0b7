package com.replylinter.audit.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.Shop;
import com.replylinter.audit.Linters;
import com.replylinter.audit.Logs;
import com.replylinter.audit.log.Input;
import com.replylinter.audit.log.ReadOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed outright, as by the power failing. */
class KillTest {
  @TempDir private Path folder;

  /** Runs an audit that waits for ever after its third checkpoint, in a process of its own. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      int[] parts = {0};
      new AuditRun(
              Linters.BUNDLED,
              options(Path.of(args[0]), Path.of(args[1]), false),
              (done, total, count) -> {
                if (++parts[0] == 3) {
                  System.out.println("now");
                  System.out.flush();
                  hang();
                }
              })
          .run();
    }

    private static void hang() {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static AuditOptions options(Path log, Path out, boolean resume) {
    return new AuditOptions(
        Input.of(List.of(log)),
        out,
        ReadOptions.DEFAULT,
        Filter.ALL,
        null,
        Shop.DEFAULT,
        true,
        resume,
        2,
        Duration.ZERO);
  }

  @Test
  void theResumedRunReportsWhatAnUninterruptedOneDoes() throws IOException, InterruptedException {
    Path log = Logs.write(folder.resolve("log.jsonl"), 1_000);
    Path killed = folder.resolve("killed");
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + "target/classes",
                Victim.class.getName(),
                log.toString(),
                killed.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals('n', victim.getInputStream().read());
    victim.destroyForcibly();
    assertTrue(victim.waitFor(1, TimeUnit.MINUTES));
    assertTrue(Files.exists(killed.resolve("checkpoint.json")));
    // As if the last lines had been written and the checkpoint after them not.
    Files.writeString(
        killed.resolve("findings.jsonl"),
        Files.readString(killed.resolve("findings.jsonl")) + "{\"file\":\"half a li");

    new AuditRun(Linters.BUNDLED, options(log, killed, true), Progress.SILENT).run();
    Path whole = folder.resolve("whole");
    new AuditRun(Linters.BUNDLED, options(log, whole, false), Progress.SILENT).run();

    assertEquals(Logs.contents(whole), Logs.contents(killed));
  }
}
