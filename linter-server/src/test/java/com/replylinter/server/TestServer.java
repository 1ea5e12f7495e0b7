package com.replylinter.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.replylinter.server.audit.AuditJobs;
import com.replylinter.server.audit.AuditSettings;
import com.replylinter.server.languagetool.IgnoredWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The real service on a free port, over the small phrasebook of the test resources or another. */
final class TestServer implements BeforeAllCallback, AfterAllCallback {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final @Nullable Path book;
  private @Nullable LinterServer server;

  TestServer() {
    this(book());
  }

  private TestServer(@Nullable Path book) {
    this.book = book;
  }

  /** Over the bundled phrasebook. */
  static TestServer bundled() {
    return new TestServer(null);
  }

  /** Over a service that was started already. */
  static TestServer of(LinterServer running) {
    TestServer server = new TestServer(null);
    server.server = running;
    return server;
  }

  /** Starts the service; the caller closes it. */
  static TestServer of(ServerOptions options) throws ServerStartException {
    return of(LinterServer.start(options));
  }

  /** The folder of the small phrasebook. */
  static Path book() {
    return resource("/book");
  }

  static Path resource(String name) {
    try {
      return Path.of(TestServer.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Options for a free port of this machine. */
  static ServerOptions options(@Nullable Path book) {
    return new ServerOptions("127.0.0.1", 0, book, null);
  }

  /** Nothing that outlives the service. */
  static Storage storage() {
    return storage(audits());
  }

  /** Nothing but these audits. */
  static Storage storage(AuditJobs audits) {
    return new Storage(IgnoredWords.inMemory(), null, audits);
  }

  /** Audits in a folder that goes with the service. */
  private static AuditJobs audits() {
    try {
      return AuditJobs.in(null, AuditSettings.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return json(response.body());
  }

  static String type(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("none");
  }

  @Override
  public void beforeAll(ExtensionContext context) throws ServerStartException {
    server = LinterServer.start(options(book));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    running().close();
  }

  LinterServer running() {
    if (server == null) {
      throw new IllegalStateException("not started");
    }
    return server;
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + running().port() + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** Sends JSON, in UTF-8. */
  HttpResponse<String> post(String path, String json) {
    return post(path, json.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> post(String path, byte[] json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json)));
  }

  /** Sends a form. */
  HttpResponse<String> postForm(String path, String form) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** A form of names and values in turn. */
  static String form(String... namesAndValues) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(namesAndValues[i])
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return form.toString();
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
}
