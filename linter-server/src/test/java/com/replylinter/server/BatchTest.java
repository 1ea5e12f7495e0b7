package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code POST /v1/lint/batch} answers, as an array and as a stream of lines. */
final class BatchTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  @Test
  void anArrayIsAnsweredInOrderWithErrorsInTheirPlaces() {
    HttpResponse<String> response =
        SERVER.post(
            "/v1/lint/batch",
            """
            [{"id": "a", "draft": "加我微信"}, {"id": "b", "draft": 1}, 7,
             {"id": "d", "draft": "好的", "mood": "good"}, {"id": "e", "draft": "好的"}]
            """);

    assertEquals(200, response.statusCode());
    assertEquals("application/json", TestServer.type(response));
    JsonNode answers = TestServer.json(response);
    assertEquals(5, answers.size());
    assertEquals("block", answers.path(0).path("verdict").textValue());
    assertEquals("b", answers.path(1).path("id").textValue());
    assertTrue(answers.path(1).path("error").textValue().contains("draft"));
    assertTrue(answers.path(2).has("error"));
    assertTrue(answers.path(3).path("error").textValue().contains("mood"));
    assertEquals("e", answers.path(4).path("id").textValue());
    assertEquals("pass", answers.path(4).path("verdict").textValue());
  }

  @Test
  void anEmptyArrayHasNoAnswers() {
    assertEquals("[]", SERVER.post("/v1/lint/batch", "[]").body());
  }

  @Test
  void anArrayMustBeOneAndNotTooLong() {
    String many =
        IntStream.range(0, 1_001).mapToObj(i -> "{}").collect(Collectors.joining(",", "[", "]"));

    assertEquals(400, SERVER.post("/v1/lint/batch", "{\"draft\": \"好\"}").statusCode());
    assertEquals(400, SERVER.post("/v1/lint/batch", "[{\"draft\": \"好\"}").statusCode());
    assertEquals(413, SERVER.post("/v1/lint/batch", many).statusCode());
    assertEquals(413, SERVER.post("/v1/lint/batch", " ".repeat(1 << 21)).statusCode());
  }

  @Test
  void linesAreAnsweredInOrderWithErrorsInTheirPlaces() {
    byte[] lines =
        ("{\"id\": \"1\", \"draft\": \"加我微信\"}\r\n"
                + "\n"
                + "no json\n"
                + "{\"id\": \"3\", \"draft\": \"好的\", \"at\": \"2026-02-30\"}\n"
                + "{\"draft\": \"\u00ff\"}\n"
                + "{\"draft\": \""
                + "长".repeat(400_000)
                + "\"}\n"
                + "{\"id\": \"6\", \"draft\": \"好的\"}")
            .getBytes(StandardCharsets.UTF_8);
    int invalid = new String(lines, StandardCharsets.ISO_8859_1).indexOf("\u00c3\u00bf");
    lines[invalid] = (byte) 0xff;

    HttpResponse<String> response = postLines(lines);

    assertEquals(200, response.statusCode());
    assertEquals("application/x-ndjson", TestServer.type(response));
    List<JsonNode> answers = response.body().lines().map(TestServer::json).toList();
    assertEquals(6, answers.size());
    assertEquals("block", answers.get(0).path("verdict").textValue());
    assertTrue(answers.get(1).path("error").textValue().contains("JSON"));
    assertEquals("3", answers.get(2).path("id").textValue());
    assertTrue(answers.get(2).path("error").textValue().contains("at"));
    assertTrue(answers.get(3).path("error").textValue().contains("UTF-8"));
    assertTrue(answers.get(4).has("error"));
    assertEquals("pass", answers.get(5).path("verdict").textValue());
  }

  @Test
  void aLongStreamIsAnsweredWhole() {
    String lines =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "{\"id\": \"" + i + "\", \"draft\": \"您加我微信吧\"}")
            .collect(Collectors.joining("\n"));

    List<String> answers =
        postLines(lines.getBytes(StandardCharsets.UTF_8)).body().lines().toList();

    assertEquals(20_000, answers.size());
    assertEquals("19999", TestServer.json(answers.get(19_999)).path("id").textValue());
  }

  @Test
  void eachLineIsAnsweredBeforeTheNextIsSent() throws IOException {
    try (Stream stream = new Stream()) {
      stream.send("{\"id\": \"first\", \"draft\": \"好的\"}");
      assertTrue(stream.answer().contains("\"first\""));
      stream.send("{\"id\": \"second\", \"draft\": \"好的\"}");
      assertTrue(stream.answer().contains("\"second\""));
    }
  }

  @Test
  void tooManyStreamsAtOnceAreToldToComeBack() throws IOException {
    List<Stream> streams = new ArrayList<>();
    try {
      for (int i = 0; i < LintEndpoints.MAX_BATCHES; i++) {
        Stream stream = new Stream();
        streams.add(stream);
        stream.send("{\"draft\": \"好的\"}");
        assertFalse(stream.answer().isEmpty());
      }

      HttpResponse<String> refused = SERVER.post("/v1/lint/batch", "[]");

      assertEquals(503, refused.statusCode());
      assertEquals("1", refused.headers().firstValue("Retry-After").orElse("none"));
      assertEquals("application/problem+json", TestServer.type(refused));
      assertEquals(200, SERVER.post("/v1/lint", "{\"draft\": \"好的\"}").statusCode());
    } finally {
      for (Stream stream : streams) {
        stream.close();
      }
    }
  }

  private static HttpResponse<String> postLines(byte[] lines) {
    return SERVER.send(
        SERVER
            .request("/v1/lint/batch")
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofByteArray(lines)));
  }

  /** A stream of lines whose end is left open: what the sender of a running chat would do. */
  private static final class Stream implements AutoCloseable {
    private final Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), SERVER.running().port());
    private final OutputStream out = socket.getOutputStream();
    private final BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

    Stream() throws IOException {
      socket.setSoTimeout(20_000);
      out.write(
          String.join(
                  "\r\n",
                  "POST /v1/lint/batch HTTP/1.1",
                  "Host: localhost",
                  "Content-Type: application/x-ndjson",
                  "Transfer-Encoding: chunked",
                  "\r\n")
              .getBytes(StandardCharsets.US_ASCII));
    }

    void send(String line) throws IOException {
      byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
      out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    /** The next line that is a JSON object. */
    String answer() throws IOException {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("{")) {
          return line;
        }
      }
      return "";
    }

    @Override
    public void close() throws IOException {
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      while (in.readLine() != null) {
        if (!in.ready()) {
          break;
        }
      }
      socket.close();
    }
  }
}
