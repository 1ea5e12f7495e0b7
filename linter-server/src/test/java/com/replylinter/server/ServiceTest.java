package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules, health, metrics and the files of the page. */
final class ServiceTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  @Test
  void everyLiveRuleIsListedWithItsExamples() {
    JsonNode list = TestServer.json(SERVER.get("/v1/rules"));

    List<String> ids = list.path("rules").findValuesAsText("id");
    assertEquals(
        List.of(
            "cod/refuse",
            "contact/offsite-chat",
            "delivery/firm-ship-promise",
            "invoice/charge-tax-point",
            "promise/gift",
            "test/markup",
            "trap/invoice"),
        ids);
    assertTrue(list.path("phrasebook").textValue().matches("\\d{4}(\\.\\d\\d){2}-[0-9a-f]{6}"));
    assertTrue(list.path("quarantined").isEmpty());
  }

  @Test
  void aRuleIsShownWhole() {
    JsonNode rule = TestServer.json(SERVER.get("/v1/rules/invoice/charge-tax-point"));

    assertEquals(
        TestServer.json(
            """
            {"id": "invoice/charge-tax-point", "family": "invoice", "title": "向买家收取税点",
             "severity": "block", "kind": "offer", "status": "stable",
             "message": "您在要求买家承担税点，请改为免费开票。",
             "why": "商家须按实付金额免费开具发票，不得另收税点或税费。",
             "penalties": [
               {"points": 6, "basis": "违背承诺·发票", "source": "D0", "from": "2013-01-01"},
               {"points": 4, "basis": "违背承诺·发票", "source": "D1"}],
             "rewrites": ["亲，发票是免费为您开具的，不需要另外付费哦。麻烦您把发票抬头和税号发给我～",
                          "亲，价格里已经含税，发票可以免费开，请把抬头发给我哦。"],
             "examples": [
               {"bad": true, "draft": "开发票的话要加6个点的税点哦", "spans": [{"start": 6, "end": 13}],
                "conversation": []},
               {"bad": true, "draft": "加6个点就行", "spans": [{"start": 0, "end": 4}],
                "conversation": [{"role": "buyer", "text": "可以开票吗"}]},
               {"bad": false, "draft": "发票是免费开的，不收税点哦", "spans": [], "conversation": []}]}
            """),
        rule);
  }

  @Test
  void anExampleNamesItsShop() {
    JsonNode example = TestServer.json(SERVER.get("/v1/rules/cod/refuse")).path("examples").path(0);

    assertTrue(example.path("shop").path("cod").booleanValue());
  }

  @Test
  void healthAndReadiness() {
    assertEquals("{\"status\":\"ok\"}", SERVER.get("/healthz").body());
    JsonNode ready = TestServer.json(SERVER.get("/readyz"));
    assertTrue(ready.path("ready").booleanValue());
    assertEquals(7, ready.path("rules").intValue());
    assertTrue(ready.path("quarantined").isEmpty());
  }

  @Test
  void metricsCountRequestsVerdictsAndFindings() {
    SERVER.post("/v1/lint", "{\"draft\": \"您加我微信吧\"}");
    SERVER.post("/v1/lint", "{\"draft\": 1}");
    SERVER.send(SERVER.request("/nobody/knows").method("FROBNICATE", BodyPublishers.noBody()));

    HttpResponse<String> response = SERVER.get("/metrics");

    assertTrue(TestServer.type(response).replace(" ", "").startsWith("text/plain;version=0.0.4"));
    List<String> lines = response.body().lines().toList();
    for (String expected :
        List.of(
            "linter_findings_total{rule=\"contact/offsite-chat\"} ",
            "linter_verdicts_total{verdict=\"block\"} ",
            "linter_incomplete_total 0.0",
            "http_server_requests_seconds_count{method=\"POST\",route=\"/v1/lint\",status=\"200\"} ",
            "http_server_requests_seconds_count{method=\"POST\",route=\"/v1/lint\",status=\"400\"} ",
            "http_server_requests_seconds_bucket{method=\"POST\",route=\"/v1/lint\",status=\"200\",le=\"0.01\"} ",
            "http_server_requests_seconds_count{method=\"none\",route=\"none\",status=\"404\"} ",
            "jvm_memory_used_bytes{area=\"heap\"",
            "process_uptime_seconds ")) {
      assertTrue(lines.stream().anyMatch(line -> line.startsWith(expected)), expected);
    }
    assertFalse(response.body().contains("微信"));
    assertFalse(response.body().contains("FROBNICATE"));
    assertFalse(response.body().contains("nobody"));
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html;charset=utf-8",
    "/style.css, text/css;charset=utf-8",
    "/app.js, text/javascript;charset=utf-8",
    "/favicon.svg, image/svg+xml",
    "/openapi.json, application/json",
  })
  void pageFilesAreServedOnceAndConfirmedAfterwards(String path, String type) {
    HttpResponse<String> first = SERVER.get(path);
    String etag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        SERVER.send(SERVER.request(path).header("If-None-Match", etag).GET());

    assertEquals(200, first.statusCode());
    assertEquals(type, TestServer.type(first).replace(" ", ""));
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
  }

  @Test
  void everyFileOfThePageIsServed() throws IOException {
    Path web = TestServer.resource("/web");
    try (Stream<Path> files = Files.walk(web)) {
      List<String> names =
          files
              .filter(Files::isRegularFile)
              .map(file -> web.relativize(file).toString())
              .filter(name -> !name.endsWith(".html") && !name.startsWith("plugin/"))
              .sorted()
              .toList();
      assertEquals(names, Routes.PAGE_FILES);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/healthz", "/v1/rules", "/nothing", "/v1/lint"})
  void everyAnswerCarriesTheSecurityHeaders(String path) {
    HttpResponse<String> response = SERVER.get(path);

    assertTrue(
        response
            .headers()
            .firstValue("Content-Security-Policy")
            .orElse("")
            .startsWith("default-src 'self';"));
    assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertEquals("no-referrer", response.headers().firstValue("Referrer-Policy").orElse(""));
    assertTrue(response.headers().firstValue("Server").isEmpty());
    assertTrue(response.headers().firstValue("Set-Cookie").isEmpty());
  }

  @Test
  void aCrowdOfIdleConnectionsDoesNotShutOthersOut() throws IOException {
    List<Socket> crowd = new ArrayList<>();
    try {
      for (int i = 0; i < JettySetup.MAX_CONNECTIONS + 10; i++) {
        crowd.add(new Socket(InetAddress.getLoopbackAddress(), SERVER.running().port()));
      }

      assertEquals(200, SERVER.post("/v1/lint", "{\"draft\": \"好的\"}").statusCode());
    } finally {
      for (Socket socket : crowd) {
        socket.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/healthz", "/v1/rules"})
  void headAnswersWithTheHeadersOfGet(String path) {
    HttpResponse<String> head =
        SERVER.send(SERVER.request(path).method("HEAD", BodyPublishers.noBody()));
    HttpResponse<String> get = SERVER.get(path);

    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    assertEquals(TestServer.type(get), TestServer.type(head));
    assertEquals(
        get.headers().firstValue("Content-Length"), head.headers().firstValue("Content-Length"));
  }
}
