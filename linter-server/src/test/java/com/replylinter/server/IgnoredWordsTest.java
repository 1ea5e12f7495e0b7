package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that LanguageTool's clients put into “the dictionary”. */
final class IgnoredWordsTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void anIgnoredWordIsNotToldToItsUserAgainEvenAfterAStart() throws Exception {
    try (LinterServer server = start()) {
      assertEquals("{\"words\":[]}", get(server, "words?username=anna"));
      assertEquals("{\"added\":true}", post(server, "words/add", "anna", "加我微信"));
      assertEquals("{\"added\":false}", post(server, "words/add", "anna", "加我微信"));
      assertEquals(0, matches(server, "anna"));
      assertEquals(1, matches(server, "berta"));
      assertEquals(1, matches(server, ""));
    }
    try (LinterServer server = start()) {
      assertEquals("{\"words\":[\"加我微信\"]}", get(server, "words?username=anna"));
      assertEquals(0, matches(server, "anna"));
      assertEquals("{\"deleted\":true}", post(server, "words/delete", "anna", "加我微信"));
      assertEquals("{\"deleted\":false}", post(server, "words/delete", "anna", "加我微信"));
      assertEquals(1, matches(server, "anna"));
    }
    try (LinterServer server = start()) {
      assertEquals("{\"words\":[]}", get(server, "words?username=anna"));
    }
  }

  @Test
  void whoGivesNoNameSharesAListAndListsHavePages() throws Exception {
    try (LinterServer server = start()) {
      for (int i = 10; i < 22; i++) {
        assertEquals("{\"added\":true}", post(server, "words/add", "", "词" + i));
      }

      assertEquals(10, TestServer.json(get(server, "words")).path("words").size());
      assertEquals("{\"words\":[\"词20\",\"词21\"]}", get(server, "words?offset=10&limit=100"));
      assertTrue(get(server, "words?offset=x").startsWith("Error: 'offset'"));
      assertEquals("Error: Missing 'word' parameter", post(server, "words/add", "", " "));
      assertTrue(post(server, "words/add", "", "长".repeat(201)).startsWith("Error: "));
    }
  }

  @Test
  void withoutAFolderWordsLastAsLongAsTheService() throws Exception {
    try (LinterServer server = LinterServer.start(TestServer.options(TestServer.book()))) {
      assertEquals("{\"added\":true}", post(server, "words/add", "", "加我微信"));
      assertEquals(0, matches(server, ""));
    }
    try (LinterServer server = LinterServer.start(TestServer.options(TestServer.book()))) {
      assertEquals(1, matches(server, ""));
    }
  }

  @Test
  void theNativeAddressesKnowNothingOfIgnoredWords() throws Exception {
    try (LinterServer server = start()) {
      post(server, "words/add", "", "加我微信");

      String report =
          send(
              HttpRequest.newBuilder(uri(server, "/v1/lint"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{\"draft\": \"您加我微信吧\"}")));

      assertEquals("block", TestServer.json(report).path("verdict").textValue());
    }
  }

  @Test
  void wordsThatCannotBeReadStopTheStart() throws IOException {
    Files.writeString(folder.resolve("ignored-words.json"), "{broken");

    ServerStartException failure = assertThrows(ServerStartException.class, this::start);

    assertTrue(failure.getMessage().startsWith("忽略词读取失败：" + folder), failure::getMessage);
    assertFalse(failure.message(Locale.ENGLISH).isEmpty());
  }

  private LinterServer start() throws ServerStartException {
    return LinterServer.start(new ServerOptions("127.0.0.1", 0, TestServer.book(), folder));
  }

  private int matches(LinterServer server, String user) throws Exception {
    String form = "language=zh-CN&text=" + encode("您加我微信吧") + "&username=" + encode(user);
    JsonNode answer = TestServer.json(postForm(server, "check", form));
    return answer.path("matches").size();
  }

  private String get(LinterServer server, String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(server, "/v2/" + path)));
  }

  private String post(LinterServer server, String path, String user, String word) throws Exception {
    String name = user.isEmpty() ? "" : "&apiKey=x&username=" + encode(user);
    return postForm(server, path, "word=" + encode(word) + name);
  }

  private String postForm(LinterServer server, String path, String form) throws Exception {
    return send(
        HttpRequest.newBuilder(uri(server, "/v2/" + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
  }

  private static URI uri(LinterServer server, String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
