package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the service starts, and how it tells that it cannot. */
final class StartTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void thePhrasebookOnTheClassPathIsUsedUnlessOneIsNamed() throws Exception {
    try (LinterServer server = LinterServer.start(TestServer.options(null))) {
      JsonNode rules = TestServer.json(get(server, "/v1/rules")).path("rules");

      assertTrue(rules.findValuesAsText("id").contains("invoice/refuse"));
    }
  }

  @Test
  void itAnswersBeforeThePhrasebookIsLoaded() throws Exception {
    CompletableFuture<LiveBook> book = new CompletableFuture<>();
    try (LinterServer server =
        LinterServer.listen(TestServer.options(null), book, TestServer.storage())) {
      assertEquals(200, get(server, "/healthz").statusCode());
      assertEquals(200, get(server, "/").statusCode());
      for (String path : List.of("/readyz", "/v1/rules", "/v1/rules/invoice/refuse")) {
        HttpResponse<String> waiting = get(server, path);
        assertEquals(503, waiting.statusCode());
        assertEquals("1", waiting.headers().firstValue("Retry-After").orElse("none"));
        assertEquals("application/problem+json", TestServer.type(waiting));
      }
      assertEquals(503, lint(server).statusCode());
      HttpResponse<String> languageTool = get(server, "/v2/healthcheck");
      assertEquals(503, languageTool.statusCode());
      assertEquals("Error: 话术库正在载入，请稍后再试。", languageTool.body());
      assertEquals("1", languageTool.headers().firstValue("Retry-After").orElse("none"));

      book.complete(LiveBook.load(TestServer.book()));

      assertEquals(200, get(server, "/readyz").statusCode());
      assertEquals(200, lint(server).statusCode());
    }
  }

  @Test
  void aPortInUseIsTold() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      ServerOptions options = new ServerOptions("127.0.0.1", port, TestServer.book(), null);

      ServerStartException failure =
          assertThrows(ServerStartException.class, () -> LinterServer.start(options));

      assertEquals(
          "无法监听 127.0.0.1:" + port + "：端口可能已被占用，请换一个端口（--port）或先停掉占用它的程序。", failure.getMessage());
      assertTrue(failure.message(Locale.ENGLISH).startsWith("Cannot listen at 127.0.0.1:" + port));
    }
  }

  @Test
  void anAddressThatIsNotOursIsTold() {
    ServerOptions options = new ServerOptions("192.0.2.1", 0, TestServer.book(), null);

    ServerStartException failure =
        assertThrows(ServerStartException.class, () -> LinterServer.start(options));

    assertTrue(failure.getMessage().startsWith("无法监听 192.0.2.1:0"));
  }

  @Test
  void missingFoldersAreTold() {
    Path missing = folder.resolve("missing");

    ServerStartException book =
        assertThrows(
            ServerStartException.class, () -> LinterServer.start(TestServer.options(missing)));
    ServerStartException data =
        assertThrows(
            ServerStartException.class,
            () ->
                LinterServer.start(new ServerOptions("127.0.0.1", 0, TestServer.book(), missing)));

    assertEquals("话术库文件夹不存在：" + missing, book.getMessage());
    assertEquals("数据文件夹不存在：" + missing, data.getMessage());
    assertEquals("The data folder does not exist: " + missing, data.message(Locale.ENGLISH));
  }

  @Test
  void aFileIsNoPhrasebook() throws IOException {
    Path file = Files.writeString(folder.resolve("book.yaml"), "released: 2026-11-22\n");

    ServerStartException failure =
        assertThrows(
            ServerStartException.class, () -> LinterServer.start(TestServer.options(file)));

    assertEquals("话术库应是一个文件夹：" + file, failure.getMessage());
  }

  @Test
  void everyProblemOfABrokenPhrasebookIsTold() throws IOException {
    Path book = copyOfBook();
    Files.writeString(
        book.resolve("contact/offsite-chat.yaml"), "id: contact/offsite-chat\ntitle: [\n");
    edit(book.resolve("promise/gift.yaml"), "severity: remind", "severity: mild");

    ServerStartException failure =
        assertThrows(
            ServerStartException.class, () -> LinterServer.start(TestServer.options(book)));

    assertTrue(failure.getMessage().startsWith("话术库有 "), failure::getMessage);
    assertTrue(failure.getMessage().contains("contact/offsite-chat.yaml:"), failure::getMessage);
    assertTrue(failure.getMessage().contains("promise/gift.yaml:3:"), failure::getMessage);
    assertTrue(failure.getMessage().contains("^"), failure::getMessage);
  }

  @Test
  void aRuleWhoseExamplesFailIsLeftOutAlone() throws Exception {
    Path book = copyOfBook();
    edit(book.resolve("promise/gift.yaml"), "谢谢您的支持", "送您一个");

    try (LinterServer server = LinterServer.start(TestServer.options(book))) {
      HttpResponse<String> ready = get(server, "/readyz");

      assertEquals(200, ready.statusCode());
      assertEquals(6, TestServer.json(ready).path("rules").intValue());
      assertEquals("promise/gift", TestServer.json(ready).path("quarantined").path(0).textValue());
      assertEquals(404, get(server, "/v1/rules/promise/gift").statusCode());
      assertEquals(200, get(server, "/v1/rules/contact/offsite-chat").statusCode());
    }
  }

  @Test
  void closingFreesThePort() throws Exception {
    LinterServer first = LinterServer.start(TestServer.options(TestServer.book()));
    int port = first.port();
    first.close();
    first.join();

    ServerOptions same = new ServerOptions("127.0.0.1", port, TestServer.book(), null);
    try (LinterServer second = LinterServer.start(same)) {
      assertEquals(port, second.port());
      assertEquals(200, get(second, "/healthz").statusCode());
    }
  }

  private Path copyOfBook() throws IOException {
    Path copy = folder.resolve("book");
    try (Stream<Path> files = Files.walk(TestServer.book())) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(TestServer.book().relativize(file).toString()));
      }
    }
    return copy;
  }

  private static void edit(Path file, String before, String after) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(before));
    Files.writeString(file, text.replace(before, after));
  }

  private HttpResponse<String> get(LinterServer server, String path)
      throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri(server, path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> lint(LinterServer server) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(server, "/v1/lint"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"draft\": \"好\"}"))
            .build(),
        BodyHandlers.ofString());
  }

  private static URI uri(LinterServer server, String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
