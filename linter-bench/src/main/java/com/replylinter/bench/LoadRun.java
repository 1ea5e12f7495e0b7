package com.replylinter.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends drafts to a running service at a fixed rate and prints the percentiles of the response
 * time.
 *
 * <p>The rate does not wait for answers, and a response time counts from the moment the request was
 * due: a slow answer cannot hide the ones queued behind it.
 */
public final class LoadRun {
  private LoadRun() {}

  /**
   * Runs the load.
   *
   * @param args base address, requests a second, seconds to warm up, seconds to measure, file of
   *     lines
   * @throws IOException if the file cannot be read
   * @throws InterruptedException if the run is stopped
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    URI lint = URI.create(args[0]).resolve("/v1/lint");
    int rate = Integer.parseInt(args[1]);
    List<String> lines = Files.readAllLines(Path.of(args[4]), StandardCharsets.UTF_8);
    HttpClient client = HttpClient.newHttpClient();
    run(client, lint, rate, Integer.parseInt(args[2]), lines);
    long[] micros = run(client, lint, rate, Integer.parseInt(args[3]), lines);
    Arrays.sort(micros);
    System.out.printf(
        "%d requests at %d/s: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, max %.2f ms%n",
        micros.length,
        rate,
        millis(micros, 0.50),
        millis(micros, 0.95),
        millis(micros, 0.99),
        millis(micros, 1));
  }

  private static long[] run(HttpClient client, URI lint, int rate, int seconds, List<String> lines)
      throws InterruptedException {
    int count = rate * seconds;
    long[] micros = new long[count];
    AtomicInteger failures = new AtomicInteger();
    CountDownLatch open = new CountDownLatch(count);
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      int number = i;
      long due = start + TimeUnit.SECONDS.toNanos(1) * i / rate;
      LockSupport.parkNanos(due - System.nanoTime());
      String body = "{\"draft\":\"" + lines.get(i % lines.size()).replace("\"", "\\\"") + "\"}";
      HttpRequest request =
          HttpRequest.newBuilder(lint)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      CompletableFuture<?> unused =
          client
              .sendAsync(request, BodyHandlers.discarding())
              .whenComplete(
                  (response, failure) -> {
                    if (failure != null || response.statusCode() != 200) {
                      failures.incrementAndGet();
                    }
                    micros[number] = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
                    open.countDown();
                  });
    }
    open.await();
    if (failures.get() > 0) {
      throw new IllegalStateException(failures.get() + " of " + count + " requests failed");
    }
    return micros;
  }

  private static double millis(long[] sortedMicros, double share) {
    int index = Math.min(sortedMicros.length - 1, (int) (share * sortedMicros.length));
    return sortedMicros[index] / 1_000.0;
  }
}
