package com.replylinter.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.replylinter.Linter;
import com.replylinter.Shop;
import com.replylinter.audit.log.Input;
import com.replylinter.audit.log.ReadOptions;
import com.replylinter.audit.report.Summary;
import com.replylinter.audit.run.AuditOptions;
import com.replylinter.audit.run.AuditRun;
import com.replylinter.audit.run.Filter;
import com.replylinter.audit.run.Progress;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Times the audit of a log of JSON lines, from the start of reading to the last report, beside the
 * time that Jackson alone takes to read the same file.
 *
 * <p>Reading is timed last, so that its file is cached for both, and the better of two times counts
 * for it.
 */
public final class AuditRunTime {
  private static final double SECOND = 1e9;

  private AuditRunTime() {}

  /**
   * Times both.
   *
   * @param args file, folder for the reports, number of threads
   * @throws IOException if reading or writing fails
   * @throws InterruptedException if it is stopped
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path file = Path.of(args[0]);
    int threads = Integer.parseInt(args[2]);
    long loading = System.nanoTime();
    Linter linter =
        Linter.of(PhrasebookLoader.load(PhrasebookSource.bundled()).phrasebook().orElseThrow());
    loading = System.nanoTime() - loading;
    AuditOptions options =
        new AuditOptions(
            Input.of(List.of(file)),
            Path.of(args[1]),
            ReadOptions.DEFAULT,
            Filter.ALL,
            null,
            Shop.DEFAULT,
            true,
            false,
            threads,
            AuditOptions.CHECKPOINT);
    long processor = processorTime();
    long auditing = System.nanoTime();
    Summary summary = new AuditRun(linter, options, Progress.SILENT).run();
    auditing = System.nanoTime() - auditing;
    processor = processorTime() - processor;
    long reading = Math.min(read(file), read(file));
    System.out.printf(
        "%d messages, %d judged, %d findings, %d threads, heap %d MB%n",
        summary.messages(),
        summary.total().judged(),
        summary.total().findings(),
        threads,
        Runtime.getRuntime().maxMemory() >> 20);
    System.out.printf(
        "phrasebook loaded in %.1f s; audited in %.1f s, of the processors' time %.1f s (%.0f messages a second);"
            + " Jackson alone reads it in %.2f s: %.1f times%n",
        loading / SECOND,
        auditing / SECOND,
        processor / SECOND,
        summary.messages() / (auditing / SECOND),
        reading / SECOND,
        (double) auditing / reading);
  }

  /** Time of all processors that this process has used, in ns. */
  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Reads every token and every text; the time it took, in ns. */
  private static long read(Path file) throws IOException {
    long started = System.nanoTime();
    long characters = 0;
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = new JsonFactory().createParser(in)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          characters += json.getText().length();
        }
      }
    }
    if (characters == 0) {
      throw new IOException("nothing in " + file);
    }
    return System.nanoTime() - started;
  }
}
