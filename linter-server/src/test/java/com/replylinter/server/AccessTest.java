package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.server.audit.AuditSettings;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other origins, and the token. */
final class AccessTest {
  private static final String SHOP = "https://chat.example.com";
  private static final String EXTENSION = "chrome-extension://abcdefghijklmnop";
  private static final String TOKEN = "s3cret-token";
  private static final String LINT = "{\"draft\": \"好\"}";

  @TempDir static Path data;
  private static TestServer guarded = new TestServer();
  private static TestServer open = new TestServer();

  @BeforeAll
  static void start() throws ServerStartException {
    Access access = new Access(Set.of(SHOP, EXTENSION), TOKEN);
    guarded =
        TestServer.of(
            new ServerOptions(
                "127.0.0.1", 0, TestServer.book(), data, AuditSettings.DEFAULT, false, access));
    open = TestServer.of(TestServer.options(TestServer.book()));
  }

  @AfterAll
  static void stop() {
    guarded.running().close();
    open.running().close();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/lint, POST",
    "/v1/offline-pack, GET",
    "/v1/feedback, POST",
    "/v1/overrides, POST",
    "/readyz, GET"
  })
  void anAllowedPageMayAskBeforehand(String path, String method) {
    for (String origin : List.of(SHOP, EXTENSION)) {
      HttpResponse<String> answer = preflight(guarded, path, origin, method);

      assertEquals(204, answer.statusCode());
      assertEquals(origin, header(answer, "Access-Control-Allow-Origin"));
      assertTrue(header(answer, "Access-Control-Allow-Methods").contains(method));
      assertEquals(
          "Authorization, Content-Type, If-None-Match",
          header(answer, "Access-Control-Allow-Headers"));
      assertEquals("true", header(answer, "Access-Control-Allow-Private-Network"));
      assertEquals("Origin", header(answer, "Vary"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/rules", "/v1/explain", "/v1/lint/batch", "/metrics", "/", "/healthz"})
  void everythingElseStaysClosedToOtherOrigins(String path) {
    assertNotShared(preflight(guarded, path, SHOP, "GET"));
    assertNotShared(guarded.send(authorized(path).header("Origin", SHOP).GET()));
  }

  @Test
  void otherOriginsAreNotLetIn() {
    for (String origin : List.of("https://evil.example.com", "http://chat.example.com", "null")) {
      assertNotShared(preflight(guarded, "/v1/lint", origin, "POST"));
      assertNotShared(preflight(open, "/v1/lint", origin, "POST"));
    }
    assertNotShared(preflight(open, "/v1/lint", SHOP, "POST"));
    assertFalse(open.get("/readyz").headers().firstValue("Vary").isPresent());
  }

  @Test
  void feedbackOfOthersCannotBeReadFromAnotherOrigin() {
    HttpResponse<String> list = guarded.send(authorized("/v1/feedback").header("Origin", SHOP));

    assertEquals(200, list.statusCode());
    assertNotShared(list);
  }

  @Test
  void answersCanBeReadFromAnAllowedOriginErrorsToo() {
    HttpResponse<String> linted = guarded.send(lint(true).header("Origin", SHOP));
    HttpResponse<String> refused = guarded.send(lint(false).header("Origin", SHOP));

    assertEquals(200, linted.statusCode());
    assertEquals(SHOP, header(linted, "Access-Control-Allow-Origin"));
    assertTrue(header(linted, "Access-Control-Expose-Headers").contains("ETag"));
    assertEquals(401, refused.statusCode());
    assertEquals(SHOP, header(refused, "Access-Control-Allow-Origin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/lint",
        "/v1/rules",
        "/v1/rules/promise/gift",
        "/v1/offline-pack",
        "/v1/feedback",
        "/v1/overrides",
        "/v1/nothing"
      })
  void everyAddressBelowV1NeedsTheToken(String path) {
    HttpResponse<String> refused = guarded.get(path);

    assertEquals(401, refused.statusCode());
    assertTrue(header(refused, "WWW-Authenticate").startsWith("Bearer"));
    assertEquals("application/problem+json", TestServer.type(refused));
    assertTrue(TestServer.json(refused).path("detail").textValue().contains("Authorization"));
    assertFalse(refused.body().contains(TOKEN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer wrong-token",
        "Bearer s3cret-toke",
        "Bearer s3cret-token1",
        "Bearer",
        "s3cret-token",
        "Basic czNjcmV0LXRva2Vu"
      })
  void aWrongTokenIsNone(String authorization) {
    HttpResponse<String> refused =
        guarded.send(guarded.request("/v1/rules").header("Authorization", authorization).GET());

    assertEquals(401, refused.statusCode());
  }

  @Test
  void theTokenOpensEverything() {
    assertEquals(200, guarded.send(authorized("/v1/rules").GET()).statusCode());
    assertEquals(200, guarded.send(lint(true)).statusCode());
    assertEquals(404, guarded.send(authorized("/v1/nothing").GET()).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/app.js", "/healthz", "/readyz", "/openapi.json", "/demo"})
  void pagesAndHealthStayOpen(String path) {
    assertEquals(200, guarded.get(path).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "chat.example.com",
        "https://a.com/",
        "https://a.com/x",
        "https://",
        ""
      })
  void whatIsNoOriginIsTold(String origin) {
    ServerStartException told =
        assertThrows(ServerStartException.class, () -> Access.of(List.of(origin), null));

    assertTrue(told.getMessage().startsWith("网页来源应写成"), told::getMessage);
  }

  @Test
  void theTokenIsReadFromItsFile(@TempDir Path folder) throws Exception {
    assertEquals(TOKEN, Access.of(List.of(), file(folder, TOKEN + "\n")).token());
    assertThrows(ServerStartException.class, () -> Access.of(List.of(), file(folder, "short")));
    assertThrows(ServerStartException.class, () -> Access.of(List.of(), file(folder, "两个 字的令牌吧")));
    assertThrows(ServerStartException.class, () -> Access.of(List.of(), folder.resolve("missing")));
    assertFalse(new Access(Set.of(), TOKEN).toString().contains(TOKEN));
  }

  private static Path file(Path folder, String token) throws IOException {
    return Files.writeString(folder.resolve("token"), token);
  }

  private static HttpResponse<String> preflight(
      TestServer server, String path, String origin, String method) {
    return server.send(
        server
            .request(path)
            .header("Origin", origin)
            .header("Access-Control-Request-Method", method)
            .header("Access-Control-Request-Headers", "authorization, content-type")
            .header("Access-Control-Request-Private-Network", "true")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  private static HttpRequest.Builder authorized(String path) {
    return guarded.request(path).header("Authorization", "Bearer " + TOKEN);
  }

  private static HttpRequest.Builder lint(boolean withToken) {
    return (withToken ? authorized("/v1/lint") : guarded.request("/v1/lint"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(LINT));
  }

  private static void assertNotShared(HttpResponse<String> answer) {
    assertFalse(answer.headers().firstValue("Access-Control-Allow-Origin").isPresent());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("none");
  }
}
