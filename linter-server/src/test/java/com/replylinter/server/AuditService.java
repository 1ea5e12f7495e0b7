package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.replylinter.Linter;
import com.replylinter.server.audit.AuditJobs;
import com.replylinter.server.audit.AuditSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A service over the small phrasebook, whose audits a test can hold by {@link Barrier#HELD}. */
final class AuditService implements AutoCloseable {
  /** Small, so that a test reaches its limit. */
  static final AuditSettings SETTINGS =
      new AuditSettings(1L << 20, Duration.ofDays(7), 1, Duration.ZERO);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 20;

  final Barrier gate = new Barrier();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AuditJobs audits;
  private final LinterServer server;

  private AuditService(AuditJobs audits) throws ServerStartException {
    this.audits = audits;
    LiveBook book = LiveBook.load(TestServer.book());
    LiveBook held = new LiveBook(Linter.of(book.phrasebook(), gate), book.quarantined());
    this.server =
        LinterServer.listen(
            TestServer.options(null),
            CompletableFuture.completedFuture(held),
            TestServer.storage(audits));
  }

  /** Over a data folder; null for a temporary one. */
  static AuditService in(@Nullable Path data) {
    return in(data, SETTINGS);
  }

  static AuditService in(@Nullable Path data, AuditSettings settings) {
    try {
      return new AuditService(AuditJobs.in(data, settings));
    } catch (IOException | ServerStartException e) {
      throw new AssertionError(e);
    }
  }

  /** A log with a message of an agent a line. */
  static byte[] log(String... messages) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < messages.length; i++) {
      log.append(
          "{\"conversation\":\"c%d\",\"role\":\"agent\",\"sender\":\"店:甲\",\"text\":\"%s\"}\n"
              .formatted(i, messages[i]));
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A log that is held after 1 000 messages, every second of them an offence. */
  static byte[] heldLog() {
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      messages.add(i % 2 == 0 ? "您加我微信吧" : "好的亲");
    }
    messages.add(Barrier.HELD);
    return log(messages.toArray(String[]::new));
  }

  /** A form under construction. */
  static final class Form {
    private static final String BOUNDARY = "----reply-linter";
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Form field(String name, String value) {
      return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    Form file(String fileName, byte[] content) {
      return part("name=\"file\"; filename=\"" + fileName + "\"", content);
    }

    Form part(String disposition, byte[] content) {
      body.writeBytes(
          ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(content);
      body.writeBytes(new byte[] {'\r', '\n'});
      return this;
    }

    byte[] bytes() {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      whole.writeBytes(body.toByteArray());
      whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
      return whole.toByteArray();
    }

    static String type() {
      return "multipart/form-data; boundary=" + BOUNDARY;
    }
  }

  static Form form() {
    return new Form();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  int port() {
    return server.port();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> delete(String id) {
    return send(request("/v1/audit/" + id).DELETE());
  }

  /** Sends a form, in Chinese. */
  HttpResponse<String> post(Form form) {
    return send(
        request("/v1/audit")
            .header("Content-Type", Form.type())
            .POST(BodyPublishers.ofByteArray(form.bytes())));
  }

  /** Sends a file as the whole body; {@code query} begins with {@code name=}. */
  HttpResponse<String> post(String query, byte[] file) {
    return send(
        request("/v1/audit?" + query)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(file)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The id of a job that was accepted. */
  static String id(HttpResponse<String> accepted) {
    assertEquals(202, accepted.statusCode(), accepted::body);
    return TestServer.json(accepted).path("id").textValue();
  }

  JsonNode job(String id) {
    return TestServer.json(get("/v1/audit/" + id));
  }

  /** Waits until a job is as wanted. */
  JsonNode await(String id, Predicate<JsonNode> wanted) {
    return awaited(() -> job(id), wanted);
  }

  /** Waits until a job is in a state. */
  JsonNode await(String id, String state) {
    return await(id, job -> job.path("state").asText().equals(state));
  }

  /** Waits until something is as wanted. */
  static <T> T awaited(Supplier<T> seen, Predicate<T> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    T last = seen.get();
    while (!wanted.test(last)) {
      if (System.nanoTime() > end) {
        return fail("still " + last);
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      last = seen.get();
    }
    return last;
  }

  /** Where the audits are. */
  Path folder() {
    return audits.folder();
  }

  /** Stops the service, audits that are held included. */
  void stop() {
    server.close();
  }

  @Override
  public void close() {
    gate.open();
    server.close();
  }
}
