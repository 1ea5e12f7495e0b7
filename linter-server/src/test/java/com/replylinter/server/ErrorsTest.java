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
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and how it is told. */
final class ErrorsTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // not JSON
        "400 | malformed |                        | ``",
        "400 | malformed |                        | `   `",
        "400 | malformed |                        | `{`",
        "400 | malformed |                        | `{\"draft\": \"好\"} x`",
        "400 | malformed |                        | `{'draft': '好'}`",
        "400 | malformed |                        | `{\"draft\": \"\\x\"}`",
        "400 | malformed |                        | `{\"draft\": \"a\", \"draft\": \"b\"}`",
        "400 | malformed |                        | `{\"draft\": \"raw \u0001 control\"}`",
        // wrong types
        "400 | malformed |                        | `[]`",
        "400 | malformed |                        | `\"好\"`",
        "400 | malformed |                        | `null`",
        "400 | malformed | /draft                 | `{\"draft\": 1}`",
        "400 | malformed | /draft                 | `{\"draft\": null}`",
        "400 | malformed | /draft                 | `{\"draft\": [\"好\"]}`",
        "400 | malformed | /draft                 | `{}`",
        "400 | malformed | /id                    | `{\"id\": 1, \"draft\": \"好\"}`",
        "400 | malformed | /conversation          | `{\"draft\": \"好\", \"conversation\": {}}`",
        "400 | malformed | /conversation/0        | `{\"draft\": \"好\", \"conversation\": [\"好\"]}`",
        "400 | malformed | /shop/cod              | `{\"draft\": \"好\", \"shop\": {\"cod\": \"yes\"}}`",
        "400 | malformed | /shop/itemLinks/0      | `{\"draft\": \"好\", \"shop\": {\"itemLinks\": [1]}}`",
        // unknown fields
        "400 | malformed | /text                  | `{\"draft\": \"好\", \"text\": \"好\"}`",
        "400 | malformed | /shop/name             | `{\"draft\": \"好\", \"shop\": {\"name\": \"x\"}}`",
        // switches that name no reminder
        "400 | malformed | /shop/off/0            | `{\"draft\": \"好\", \"shop\": {\"off\": [\"style/none\"]}}`",
        "400 | malformed | /shop/off/1            | `{\"draft\": \"好\", \"shop\": {\"off\": [\"promise/*\", \"invoice/*\"]}}`",
        // unknown platform
        "400 | malformed | /shop/platform         | `{\"draft\": \"好\", \"shop\": {\"platform\": \"ebay\"}}`",
        // well-formed but senseless
        "422 | invalid   | /draft                 | `{\"draft\": \"\"}`",
        "422 | invalid   | /draft                 | `{\"draft\": \"\", \"conversation\": []}`",
        "422 | invalid   | /at                    | `{\"draft\": \"好\", \"at\": \"2026-02-30\"}`",
        "422 | invalid   | /at                    | `{\"draft\": \"好\", \"at\": \"soon\"}`",
      })
  void badRequestsAreRefusedNamingTheField(int status, String type, String field, String body) {
    HttpResponse<String> response = SERVER.post("/v1/lint", body);

    JsonNode problem = problem(status, type, response);
    assertEquals(field == null ? "" : field, problem.path("field").asText());
  }

  @Test
  void anUnknownRoleIsNamedWithItsPlaceAndTheKnownOnes() {
    JsonNode problem =
        problem(
            400,
            "malformed",
            SERVER.post(
                "/v1/lint",
                "{\"draft\": \"好\", \"conversation\": [{\"role\": \"boss\", \"text\": \"好\"}]}"));

    assertEquals("/conversation/0/role", problem.path("field").textValue());
    assertEquals(
        "/conversation/0/role 的角色“boss”不认识，可用：buyer, agent, bot, system。",
        problem.path("detail").textValue());
  }

  @Test
  void messagesWhoseOrderCannotBeToldMakeNoSense() {
    JsonNode problem =
        problem(
            422,
            "invalid",
            SERVER.post(
                "/v1/lint",
                """
                {"draft": "好", "conversation": [
                  {"role": "buyer", "text": "一", "at": "2026-11-22T10:00:02+08:00"},
                  {"role": "agent", "text": "二"},
                  {"role": "buyer", "text": "三", "at": "2026-11-22T10:00:01+08:00"}]}
                """));

    assertEquals("/conversation/2/at", problem.path("field").textValue());
    assertTrue(problem.path("detail").textValue().startsWith("对话第 3 句的时间比前面的早"));
  }

  @Test
  void aDraftOverTheLimitIsTooLarge() {
    HttpResponse<String> response =
        SERVER.post("/v1/lint", "{\"draft\": \"" + "好".repeat(20_001) + "\"}");

    assertEquals("/draft", problem(413, "too-large", response).path("field").textValue());
  }

  @ParameterizedTest
  @ValueSource(ints = {600_000, 5_000_000})
  void aBodyOverTheLimitIsTooLarge(int length) {
    problem(413, "too-large", SERVER.post("/v1/lint", " ".repeat(length)));
    problem(
        413,
        "too-large",
        SERVER.send(
            SERVER
                .request("/v1/lint")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[length])))));
  }

  @Test
  void onlyUtf8IsRead() {
    byte[] invalid = "{\"draft\": \"??\"}".getBytes(StandardCharsets.US_ASCII);
    invalid[11] = (byte) 0xc3;
    invalid[12] = (byte) 0x28;
    byte[] gbk = {
      '{', '"', 'd', 'r', 'a', 'f', 't', '"', ':', '"', (byte) 0xc4, (byte) 0xe3, '"', '}'
    };

    problem(400, "malformed", SERVER.post("/v1/lint", invalid));
    problem(400, "malformed", SERVER.post("/v1/lint", gbk));
    problem(
        400,
        "malformed",
        SERVER.post("/v1/lint", "{\"draft\": \"好\"}".getBytes(StandardCharsets.UTF_16BE)));
  }

  @Test
  void deepNestingIsMalformed() {
    problem(400, "malformed", SERVER.post("/v1/lint", "[".repeat(100_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=gbk",
        "nonsense",
      })
  void otherContentTypesAreUnsupported(String type) {
    HttpResponse<String> response =
        SERVER.send(
            SERVER
                .request("/v1/lint")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"draft\": \"好\"}")));

    problem(415, "unsupported-type", response);
  }

  @Test
  void aMissingContentTypeIsUnsupported() {
    problem(
        415,
        "unsupported-type",
        SERVER.send(SERVER.request("/v1/lint").POST(BodyPublishers.ofString("{}"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nothing", "/v1", "/v1/lint/more", "/v1/rules/one", "/web/app.js", "/i18n"})
  void unknownAddressesAreNotFound(String path) {
    problem(404, "not-found", SERVER.get(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/rules/no/such",
        "/v1/rules/Invoice/REFUSE",
        "/v1/rules/%2e%2e/x",
        "/v1/rules/a%2fb/c"
      })
  void unknownRulesAreNotFound(String path) {
    problem(404, "not-found", SERVER.get(path));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/lint, POST",
    "PUT, /v1/lint, POST",
    "OPTIONS, /v1/lint, POST",
    "DELETE, /v1/rules, 'GET, HEAD'",
    "POST, /, 'GET, HEAD'",
    "POST, /healthz, 'GET, HEAD'",
  })
  void otherMethodsAreNotAllowed(String method, String path, String allowed) {
    HttpResponse<String> response =
        SERVER.send(SERVER.request(path).method(method, BodyPublishers.noBody()));

    problem(405, "method-not-allowed", response);
    assertEquals(allowed, response.headers().firstValue("Allow").orElse("none"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en                        | The field draft is missing.",
        "en-GB,en;q=0.9,zh;q=0.8   | The field draft is missing.",
        "fr, en;q=0.5              | The field draft is missing.",
        "zh-CN,zh;q=0.9,en;q=0.8   | 缺少字段 draft。",
        "fr                        | 缺少字段 draft。",
        "*                         | 缺少字段 draft。",
        "///;;q=nonsense           | 缺少字段 draft。",
      })
  void detailsAreInTheLanguageAskedFor(String header, String detail) {
    HttpResponse<String> response =
        SERVER.send(
            SERVER
                .request("/v1/lint")
                .header("Content-Type", "application/json")
                .header("Accept-Language", header)
                .POST(BodyPublishers.ofString("{}")));

    assertEquals(detail, TestServer.json(response).path("detail").textValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "HELLO\r\n\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /% HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /v1/lint HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{\"draft\":",
        "POST /v1/lint HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}",
      })
  void brokenHttpIsAProblemToo(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.running().port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertTrue(response.startsWith("HTTP/1.1 400 "), response);
      assertTrue(response.contains("Content-Type: application/problem+json"), response);
      assertEquals(
          400,
          TestServer.json(response.substring(response.indexOf("\r\n\r\n")))
              .path("status")
              .intValue());
    }
  }

  private static JsonNode problem(int status, String type, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response::body);
    assertEquals("application/problem+json", TestServer.type(response));
    assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse("none"));
    JsonNode problem = TestServer.json(response);
    assertEquals("urn:reply-linter:problem:" + type, problem.path("type").textValue());
    assertEquals(status, problem.path("status").intValue());
    assertFalse(problem.path("title").textValue().isEmpty());
    assertFalse(problem.path("detail").textValue().isEmpty());
    assertFalse(response.body().contains("Exception"), response::body);
    return problem;
  }
}
