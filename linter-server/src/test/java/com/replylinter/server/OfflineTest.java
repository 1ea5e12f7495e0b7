package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chat window takes along: the offline pack and the plugin's modules. */
final class OfflineTest {
  private static final int MOST_BYTES = 300_000;

  @RegisterExtension static final TestServer SERVER = TestServer.bundled();

  @Test
  void thePackIsSmallAndOfTheFormThatWindowsRead() {
    HttpResponse<String> answer = SERVER.get("/v1/offline-pack");

    assertEquals(200, answer.statusCode());
    int bytes = answer.body().getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    JsonNode pack = TestServer.json(answer);
    assertEquals(1, pack.path("format").intValue());
    assertEquals(
        TestServer.json(SERVER.get("/readyz")).path("phrasebook"), pack.path("phrasebook"));
    assertTrue(pack.path("negators").toString().contains("\"不\""));
    JsonNode rule = pack.path("rules").path(0);
    assertTrue(rule.path("rule").isTextual());
    assertEquals("block", rule.path("severity").textValue());
    assertTrue(rule.at("/patterns/0/0/any/0").isTextual(), rule::toString);
    assertTrue(rule.at("/patterns/0/0/within").isMissingNode());
    assertTrue(pack.findValues("within").stream().allMatch(JsonNode::isInt));
  }

  @Test
  void whoHasThePackIsNotSentItAgain() {
    String etag = SERVER.get("/v1/offline-pack").headers().firstValue("ETag").orElse("none");
    HttpResponse<String> again =
        SERVER.send(SERVER.request("/v1/offline-pack").header("If-None-Match", etag).GET());
    HttpResponse<String> head =
        SERVER.send(SERVER.request("/v1/offline-pack").method("HEAD", BodyPublishers.noBody()));

    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals("no-cache", again.headers().firstValue("Cache-Control").orElse("none"));
    assertEquals(etag, head.headers().firstValue("ETag").orElse("none"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none.js", "index.html", "..%2Fapp.js", "index.js.map", "INDEX.JS"})
  void anUnknownFileOfThePluginIsNotFound(String file) {
    HttpResponse<String> answer = SERVER.get("/plugin/" + file);

    assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, answer::body);
    assertTrue(!answer.body().contains("import"), answer::body);
  }

  @Test
  void thePluginsModulesAreServedIfTheyWereBuiltIn() {
    boolean builtIn = getClass().getResource("/web/plugin/index.js") != null;
    HttpResponse<String> index = SERVER.get("/plugin/index.js");

    assertEquals(builtIn ? 200 : 404, index.statusCode());
    assertEquals(
        builtIn ? "text/javascript;charset=utf-8" : "application/problem+json",
        TestServer.type(index).replace(" ", ""));
    assertTrue(index.headers().firstValue("Content-Security-Policy").isPresent());
  }
}
