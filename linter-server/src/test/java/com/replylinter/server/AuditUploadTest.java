package com.replylinter.server;

import static com.replylinter.server.AuditService.form;
import static com.replylinter.server.AuditService.id;
import static com.replylinter.server.AuditService.log;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs that are uploaded: what becomes of them, and what is refused. */
final class AuditUploadTest {
  private static final Path EXPORTS = Path.of("..", "testdata", "exports");
  private static final String OFFENCE = "您加我微信吧";

  @TempDir private Path data;
  private AuditService service;

  @BeforeEach
  void start() {
    service = AuditService.in(data);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aFileBecomesAJobAndTheJobReports() {
    HttpResponse<String> accepted =
        service.post(
            form()
                .field("agent", "甲")
                .field("platform", "taobao")
                .field("since", "")
                .file("C:\\logs\\双11 “晚班”.jsonl", log(OFFENCE, "好的亲", "不是\\n一行")));

    String id = id(accepted);
    assertTrue(id.matches("[0-9a-f]{32}"), id);
    assertEquals("/v1/audit/" + id, accepted.headers().firstValue("Location").orElse("none"));
    JsonNode job = service.await(id, "done");
    assertEquals("双11 “晚班”.jsonl", job.at("/files/0/name").textValue());
    assertEquals(
        TestServer.json("{\"agent\": [\"甲\"], \"platform\": [\"taobao\"]}"), job.path("options"));
    assertEquals(
        TestServer.json(
            """
            {"conversations": 3, "messages": 3, "judged": 3, "flagged": 1, "findings": 1,
             "block": 1, "warn": 0, "remind": 0, "points": 0, "rejected": 0}
            """),
        job.path("summary"));
    assertEquals(
        TestServer.json(
            """
            [{"file": "双11 “晚班”.jsonl", "layout": "jsonl", "charset": "UTF-8", "lines": 3,
              "messages": 3, "continuations": 0, "noise": 0, "rejected": 0}]
            """),
        job.path("accounts"));
    JsonNode list = TestServer.json(service.get("/v1/audit"));
    assertEquals(id, list.at("/jobs/0/id").textValue());
    assertTrue(list.at("/jobs/0/accounts").isMissingNode());
    assertEquals(1 << 20, list.path("maxUploadBytes").intValue());
  }

  @Test
  void everyReportIsServedAndNoneNamesAFolderOfTheService() {
    String id = id(service.post(form().file("log.jsonl", log(OFFENCE))));
    JsonNode job = service.await(id, "done");

    List<String> reports = new ArrayList<>();
    job.path("reports").forEach(name -> reports.add(name.textValue()));
    assertEquals(
        List.of(
            "report.html",
            "findings.xlsx",
            "findings.csv",
            "findings.jsonl",
            "findings.sarif",
            "summary.json",
            "rejects.jsonl"),
        reports);
    for (String name : reports) {
      HttpResponse<String> report = service.get("/v1/audit/" + id + "/" + name);
      assertEquals(200, report.statusCode(), name);
      assertEquals("no-store", report.headers().firstValue("Cache-Control").orElse("none"), name);
      assertFalse(report.body().contains(data.toString()), name);
      boolean isSaved = report.headers().firstValue("Content-Disposition").isPresent();
      assertEquals(!name.equals("report.html"), isSaved, name);
    }
    JsonNode finding =
        TestServer.json(service.get("/v1/audit/" + id + "/findings.jsonl").body().strip());
    assertEquals("log.jsonl", finding.path("file").textValue());
    assertEquals("contact/offsite-chat", finding.path("rule").textValue());
    assertEquals(404, service.get("/v1/audit/" + id + "/job.json").statusCode());
    assertEquals(404, service.get("/v1/audit/" + id + "/..%2Fjob.json").statusCode());
  }

  @Test
  void theReportRunsUnderAPolicyOfItsOwn() {
    String id = id(service.post(form().file("log.jsonl", log(OFFENCE))));
    service.await(id, "done");

    List<String> policies =
        service
            .get("/v1/audit/" + id + "/report.html")
            .headers()
            .allValues("Content-Security-Policy");
    assertEquals(1, policies.size());
    String policy = policies.get(0);
    assertTrue(policy.startsWith("default-src 'none'; script-src 'sha256-"), policy);
    assertTrue(policy.endsWith("sandbox allow-scripts allow-modals"), policy);
    assertFalse(policy.contains("unsafe-eval"), policy);
    assertFalse(policy.replace("style-src 'unsafe-inline'", "").contains("unsafe"), policy);
  }

  @ParameterizedTest
  @CsvSource({
    "qianniu-two-lines.txt, qianniu-text, GB18030",
    "qa-table.xlsx, table, UTF-8",
    "pinduoduo.html, html-chat, GB18030",
    "jd-messages.json, jd-json, GB18030"
  })
  void everyKindOfFileIsRead(String name, String layout, String charset) throws IOException {
    byte[] file = Files.readAllBytes(EXPORTS.resolve(name));
    String id = id(service.post("name=" + name, file));

    JsonNode account = service.await(id, "done").at("/accounts/0");

    assertEquals(layout, account.path("layout").textValue());
    assertEquals(charset, account.path("charset").textValue());
    assertTrue(account.path("messages").intValue() > 0);
    assertEquals(
        account.path("lines").intValue(),
        account.path("messages").intValue()
            + account.path("continuations").intValue()
            + account.path("noise").intValue()
            + account.path("rejected").intValue());
  }

  @Test
  void severalFilesAndMembersOfZipFilesAreAccountedForOneByOne() throws IOException {
    byte[] zip = Files.readAllBytes(EXPORTS.resolve("exports.zip"));
    String id = id(service.post(form().file("a.jsonl", log("好的亲")).file("exports.zip", zip)));

    List<String> files = service.await(id, "done").path("accounts").findValuesAsText("file");

    assertEquals("a.jsonl", files.get(0));
    assertTrue(files.size() > 2, files::toString);
    assertTrue(
        files.stream().skip(1).allMatch(name -> name.startsWith("exports.zip!/")), files::toString);
  }

  @Test
  void anUnknownLayoutFailsAndSaysWhatWasTried() {
    String id = id(service.post("name=odd.txt", "不是聊天记录".getBytes(Charset.forName("GB18030"))));

    JsonNode job = service.await(id, "failed");

    String error = job.path("error").textValue();
    assertTrue(error.startsWith("认不出“odd.txt”是哪种聊天记录"), error);
    assertTrue(error.contains("  qianniu-text："), error);
    assertTrue(error.contains("--columns"), error);
    String english =
        TestServer.json(
                service.send(
                    service.request("/v1/audit/" + id).header("Accept-Language", "en").GET()))
            .path("error")
            .textValue();
    assertTrue(english.startsWith("What kind of chat log “odd.txt” is cannot be told"), english);
    assertTrue(english.contains("  qianniu-text: of 1 lines 0 are like"), english);
    assertFalse(english.contains("："), english);
    assertEquals(404, service.get("/v1/audit/" + id + "/report.html").statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "layout, qq, 422, 没有叫“qq”的格式",
    "charset, latin99, 422, 没有叫“latin99”的编码",
    "columns, 正文, 422, columns 应写成",
    "columns, 什么=正文, 422, --columns 里的“什么”不知道指什么",
    "exportedOn, yesterday, 422, exportedOn 应是日期",
    "since, 2026-02-30, 422, since 应是日期",
    "asOf, 1, 422, asOf 应是日期",
    "noMask, yes, 422, noMask 应是 true 或 false",
    "platform, ebay, 422, 不认识的平台：ebay",
    "rule, x/y, 422, 没有这条规则：x/y",
    "threads, 8, 400, 不认识的字段：threads",
  })
  void aFieldThatMakesNoSenseIsNamed(String name, String value, int status, String detail)
      throws IOException {
    HttpResponse<String> refused =
        service.post(form().field(name, value).file("log.jsonl", log("好的亲")));

    assertProblem(refused, status, "/" + name, detail);
    assertEquals(List.of(), folders());
  }

  @Test
  void whatIsNoUploadIsRefused() throws IOException {
    assertProblem(service.post(form().field("agent", "甲")), 422, "/file", "没有选择文件");
    assertProblem(service.post(form().file("", new byte[0])), 422, "/file", "没有选择文件");
    assertProblem(service.post(form().file("a.txt", new byte[0])), 422, "/file", "文件“a.txt”是空的");
    assertProblem(
        service.post(
            form().field("until", "2026-01-01").field("since", "2026-02-01").file("a", log("好"))),
        422,
        "/until",
        "until（2026-01-01）在 since（2026-02-01）之前");
    assertProblem(
        service.post(form().field("layout", "jsonl").field("layout", "table").file("a", log("好"))),
        422,
        "/layout",
        "layout 只能写一次");
    assertProblem(
        service.post(form().part("name=\"other\"; filename=\"a\"", log("好"))),
        400,
        "/other",
        "不认识的字段：other");
    assertProblem(
        service.send(
            service
                .request("/v1/audit")
                .header("Content-Type", AuditService.Form.type())
                .POST(BodyPublishers.ofString("------reply-linter\r\nContent-"))),
        400,
        null,
        "表单没有传完，或者格式不对");
    assertProblem(
        service.send(
            service
                .request("/v1/audit")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("a,b"))),
        415,
        null,
        "请用 multipart/form-data 上传");
    assertProblem(
        service.send(
            service
                .request("/v1/audit")
                .header("Content-Type", AuditService.Form.type())
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofByteArray(form().file("a", log("好")).bytes()))),
        403,
        null,
        "别的网站的页面不能上传");
    assertEquals(List.of(), folders());
  }

  @Test
  void whatIsTooLargeIsRefusedWhetherOrNotItsLengthIsToldBefore() throws IOException {
    byte[] large = new byte[(1 << 20) + 1];

    assertProblem(service.post("name=a.txt", large), 413, "/file", "一次最多上传 1 MB");
    assertProblem(
        service.send(
            service
                .request("/v1/audit")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
        413,
        "/file",
        "一次最多上传 1 MB");
    assertProblem(service.post(form().file("a.txt", large)), 413, "/file", "一次最多上传 1 MB");
    assertEquals(List.of(), folders());
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /v1/audit?name=a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                  + "Content-Type: application/octet-stream\r\n\r\nhalf")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      AuditService.awaited(this::folders, folders -> folders.size() == 1);
    }

    AuditService.awaited(this::folders, List::isEmpty);
    assertTrue(TestServer.json(service.get("/v1/audit")).path("jobs").isEmpty());
  }

  @Test
  void oneRunsAFewWaitAndMoreAreTurnedAway() {
    String running = id(service.post("name=0", AuditService.heldLog()));
    JsonNode job = service.await(running, at -> at.at("/progress/messages").asInt() >= 1_000);
    assertEquals("running", job.path("state").textValue());
    assertTrue(
        job.at("/progress/done").longValue() < job.at("/progress/total").longValue(),
        job::toString);
    List<String> waiting = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      waiting.add(id(service.post("name=" + i, log(OFFENCE))));
    }

    HttpResponse<String> refused = service.post("name=5", log(OFFENCE));
    assertProblem(refused, 429, null, "已经有 4 个检查在排队");
    assertEquals("30", refused.headers().firstValue("Retry-After").orElse("none"));
    assertEquals(4, service.job(waiting.get(3)).path("ahead").intValue());
    assertEquals(404, service.get("/v1/audit/" + running + "/report.html").statusCode());

    service.gate.open();
    for (String id : waiting) {
      assertEquals(1, service.await(id, "done").at("/summary/findings").intValue());
    }
    assertEquals(501, service.job(running).at("/summary/findings").intValue());
  }

  @Test
  void aJobIsCancelledWhileItRunsOrWaitsAndForgottenWhenItIsDone() throws IOException {
    String running = id(service.post("name=0", AuditService.heldLog()));
    service.await(running, at -> at.at("/progress/messages").asInt() >= 1_000);
    String waiting = id(service.post("name=1", log(OFFENCE)));
    String next = id(service.post("name=2", log(OFFENCE)));

    assertEquals(204, service.delete(waiting).statusCode());
    assertProblem(service.get("/v1/audit/" + waiting), 404, null, "没有这个检查");
    assertEquals(204, service.delete(running).statusCode());
    service.await(running, job -> job.path("status").asInt() == 404);
    service.await(next, "done");
    assertEquals(List.of(next), folders());

    assertEquals(204, service.delete(next).statusCode());
    assertEquals(404, service.get("/v1/audit/" + next).statusCode());
    assertEquals(404, service.delete(next).statusCode());
    assertEquals(List.of(), folders());
  }

  @Test
  void twoWhoWatchSeeTheSame() {
    String id = id(service.post("name=0", AuditService.heldLog()));
    service.await(id, at -> at.at("/progress/messages").asInt() >= 1_000);

    JsonNode one = service.job(id);
    JsonNode other = service.job(id);

    assertEquals(one.at("/progress/messages"), other.at("/progress/messages"));
    assertEquals(id, TestServer.json(service.get("/v1/audit")).at("/jobs/0/id").textValue());
    service.delete(id);
    service.await(id, job -> job.path("status").asInt() == 404);
  }

  @Test
  void lintingGoesOnMeanwhile() {
    String id = id(service.post("name=0", AuditService.heldLog()));
    service.await(id, at -> at.at("/progress/messages").asInt() >= 1_000);

    HttpResponse<String> report =
        service.send(
            service
                .request("/v1/lint")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"draft\": \"" + OFFENCE + "\"}")));

    assertEquals("block", TestServer.json(report).path("verdict").textValue());
  }

  private static void assertProblem(
      HttpResponse<String> response, int status, @Nullable String field, String detail) {
    assertEquals(status, response.statusCode(), response::body);
    assertEquals("application/problem+json", TestServer.type(response));
    JsonNode problem = TestServer.json(response);
    assertEquals(field, problem.path("field").textValue());
    assertTrue(problem.path("detail").textValue().startsWith(detail), response::body);
  }

  /** The folders of jobs that there are. */
  private List<String> folders() {
    try (Stream<Path> folders = Files.list(data.resolve("audits"))) {
      return folders.map(folder -> folder.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
