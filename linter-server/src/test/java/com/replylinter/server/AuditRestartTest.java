package com.replylinter.server;

import static com.replylinter.server.AuditService.id;
import static com.replylinter.server.AuditService.log;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits outlive the service. */
final class AuditRestartTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir private Path data;

  /** A service whose audits are held for ever, in a process of its own. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) throws InterruptedException {
      AuditService service = AuditService.in(Path.of(args[0]));
      System.out.println(service.port());
      System.out.flush();
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  @Test
  void aServiceThatWasKilledGoesOnWhereItWas() throws IOException, InterruptedException {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + "target/classes",
                Victim.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String id;
    String waiting;
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
      URI audits = URI.create("http://127.0.0.1:" + out.readLine() + "/v1/audit");
      id = id(post(audits, AuditService.heldLog()));
      URI job = URI.create(audits + "/" + id);
      AuditService.awaited(
          () -> TestServer.json(get(job)), told -> told.at("/progress/messages").asInt() >= 1_000);
      waiting = id(post(audits, log("您加我微信吧")));
    } finally {
      victim.destroyForcibly();
      assertTrue(victim.waitFor(1, TimeUnit.MINUTES));
    }
    Path folder = data.resolve("audits").resolve(id);
    assertTrue(Files.exists(folder.resolve("out/checkpoint.json")));
    // What it had found already stays as it is found, if the job really goes on from there.
    Path findings = folder.resolve("out/findings.jsonl");
    Files.writeString(findings, Files.readString(findings).replaceFirst("店:甲", "店:乙"));

    try (AuditService service = AuditService.in(data)) {
      service.gate.open();
      JsonNode job = service.await(id, "done");
      assertEquals(501, job.at("/summary/findings").intValue());
      String resumed = service.get("/v1/audit/" + id + "/findings.jsonl").body();
      assertTrue(resumed.contains("店:乙"));
      assertEquals(1, service.await(waiting, "done").at("/summary/findings").intValue());
      String afresh = id(service.post("name=log.jsonl", AuditService.heldLog()));
      service.await(afresh, "done");
      assertEquals(
          service.get("/v1/audit/" + afresh + "/findings.jsonl").body(),
          resumed.replace("店:乙", "店:甲"));
    }
  }

  @Test
  void aServiceThatIsStoppedGoesOnToo() {
    String id;
    try (AuditService service = AuditService.in(data)) {
      id = id(service.post("name=log.jsonl", AuditService.heldLog()));
      service.await(id, told -> told.at("/progress/messages").asInt() >= 1_000);
      service.stop();
    }

    try (AuditService service = AuditService.in(data)) {
      assertEquals("running", service.await(id, "running").path("state").textValue());
      service.gate.open();
      assertEquals(501, service.await(id, "done").at("/summary/findings").intValue());
    }
  }

  @Test
  void theUploadIsDeletedAtTheEndAndTheReportsWhenTheirTimeIsOver() throws IOException {
    String id;
    Path folder;
    try (AuditService service = AuditService.in(data)) {
      id = id(service.post("name=log.jsonl", log("您加我微信吧")));
      folder = data.resolve("audits").resolve(id);
      service.await(id, "done");
      AuditService.awaited(() -> Files.exists(folder.resolve("upload")), there -> !there);
    }
    try (AuditService service = AuditService.in(data)) {
      assertEquals("done", service.job(id).path("state").textValue());
      assertEquals(200, service.get("/v1/audit/" + id + "/report.html").statusCode());
    }

    Path record = folder.resolve("job.json");
    String old = Instant.now().minus(Duration.ofDays(8)).toString();
    Files.writeString(
        record,
        Files.readString(record)
            .replaceFirst("\"finished\" : \"[^\"]*\"", "\"finished\" : \"" + old + "\""));
    Path cut = data.resolve("audits").resolve("0".repeat(32));
    Files.createDirectories(cut.resolve("upload"));
    Files.writeString(cut.resolve("upload/0"), "half a fi");

    try (AuditService service = AuditService.in(data)) {
      assertEquals(404, service.get("/v1/audit/" + id).statusCode());
    }
    assertFalse(Files.exists(folder));
    assertFalse(Files.exists(cut));
  }

  @Test
  void withoutADataFolderNothingIsLeft() {
    Path temporary;
    try (AuditService service = AuditService.in(null)) {
      String id = id(service.post("name=log.jsonl", log("您加我微信吧")));
      service.await(id, "done");
      temporary = service.folder();
      assertTrue(Files.exists(temporary.resolve(id)));
    }

    assertFalse(Files.exists(temporary));
  }

  private HttpResponse<String> post(URI audits, byte[] file) {
    return send(
        HttpRequest.newBuilder(URI.create(audits + "?name=log.jsonl"))
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(file))
            .build());
  }

  private String get(URI uri) {
    return send(HttpRequest.newBuilder(uri).build()).body();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
