package com.replylinter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feedback from the service, a process of its own, to the trainer's list. */
class InboxCommandTest {
  private static final int SENDERS = 4;
  private static final int BEFORE_THE_END = 100;

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private Path data;
  private Service service;

  @BeforeEach
  void start() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    TestBook.in(Files.createDirectory(folder.resolve("book")));
    service = Service.start(folder, data);
  }

  @AfterEach
  void stop() {
    service.kill();
  }

  @Test
  void listsWhatAgentsToldWhileTheServiceRuns() throws Exception {
    post(
        "/v1/feedback",
        """
        {"kind": "false-alarm", "rule": "contact/wechat", "start": 0, "end": 3,
         "note": "说的是微信\\n支付\\u001b[31m", "agent": "小美", "draft": "加微信支付"}
        """);
    post(
        "/v1/overrides",
        """
        {"verdict": "warn", "rules": ["claims/best", "contact/wechat"], "reason": "买家要求",
         "supervisor": "A07"}
        """);

    Cli all = inbox();
    assertEquals(Exit.CLEAN, all.exitCode(), all.err());
    assertEquals("", all.err());
    String text = all.out().replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "时间");
    assertEquals(
        """
        #1  时间  误报  contact/wechat
            说明：说的是微信 支付\uFFFD[31m
            客服：小美
            位置：0–3
        #2  时间  坚持发送  警告  claims/best, contact/wechat
            理由：买家要求
            批准人：A07
        共 2 条反馈。
        """,
        text);

    assertEquals(1, inbox("--kind", "override", "--jsonl").out().lines().count());
    assertEquals(2, inbox("--rule", "contact/wechat", "--jsonl").out().lines().count());
    assertEquals(1, inbox("--rule", "claims/best", "--jsonl").out().lines().count());
    assertEquals("", inbox("--since", "2999-01-01", "--jsonl").out());
    assertTrue(inbox("--lang", "en").out().contains("false alarm"));
    assertTrue(inbox("--jsonl").out().startsWith("{\"id\":\"1\",\"kind\":\"false-alarm\""));
  }

  @Test
  void whatWasAcknowledgedOutlivesTheProcess() throws Exception {
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    CountDownLatch enough = new CountDownLatch(BEFORE_THE_END);
    Thread[] senders = new Thread[SENDERS];
    for (int i = 0; i < SENDERS; i++) {
      senders[i] = new Thread(new Sender(i, acknowledged, enough));
      senders[i].start();
    }
    assertTrue(enough.await(60, TimeUnit.SECONDS));

    service.kill(); // while they go on sending
    for (Thread sender : senders) {
      sender.join();
    }
    service = Service.start(folder, data);
    post("/v1/feedback", "{\"kind\": \"missed\", \"note\": \"后来\"}");

    String found = inbox("--jsonl").out();
    assertTrue(acknowledged.size() >= BEFORE_THE_END);
    assertEquals(
        "",
        acknowledged.stream()
            .filter(note -> !found.contains("\"note\":\"" + note + "\""))
            .collect(Collectors.joining(", ")));
    assertTrue(found.contains("后来"));
  }

  @ParameterizedTest
  @CsvSource({
    "--kind, gossip, '错误：--kind 可用：false-alarm, missed, override'",
    "--rule, 微信, 错误：规则编号应写成“类别/名字”，如 invoice/refuse：微信",
    "--since, 昨天, 错误：--since 应为日期，如 2026-11-01：昨天"
  })
  void saysWhatMakesNoSense(String option, String value, String message) {
    assertEquals(new Cli(Exit.USAGE, "", message + "\n"), inbox(option, value));
  }

  @Test
  void anEmptyFolderHasNoEntriesAndAMissingOneIsTold() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path missing = folder.resolve("missing");

    assertEquals(
        new Cli(Exit.CLEAN, "共 0 条反馈。\n", ""),
        Cli.run("phrasebook", "inbox", "--data", empty.toString()));
    assertEquals(0, empty.toFile().list().length);
    assertEquals(
        new Cli(Exit.USAGE, "", "错误：数据目录不存在：" + missing + "\n"),
        Cli.run("phrasebook", "inbox", "--data", missing.toString()));
  }

  private Cli inbox(String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "phrasebook";
    args[1] = "inbox";
    args[2] = "--data";
    args[3] = data.toString();
    System.arraycopy(options, 0, args, 4, options.length);
    return Cli.run(args);
  }

  private void post(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request(path, body), BodyHandlers.ofString());
    assertEquals(201, answer.statusCode(), answer.body());
  }

  private HttpRequest request(String path, String body) {
    return HttpRequest.newBuilder(service.uri().resolve(path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  /** Posts one entry after the other until the service is gone. */
  private final class Sender implements Runnable {
    private final int number;
    private final Queue<String> acknowledged;
    private final CountDownLatch enough;

    Sender(int number, Queue<String> acknowledged, CountDownLatch enough) {
      this.number = number;
      this.acknowledged = acknowledged;
      this.enough = enough;
    }

    @Override
    public void run() {
      for (int i = 0; ; i++) {
        String note = "第" + number + "人第" + i + "条";
        String body = "{\"kind\": \"missed\", \"note\": \"" + note + "\"}";
        try {
          post("/v1/feedback", body);
        } catch (IOException e) {
          return; // killed
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        acknowledged.add(note);
        enough.countDown();
      }
    }
  }

  /**
   * The service as a process.
   *
   * @param process that runs it
   * @param uri where it listens
   */
  private record Service(Process process, URI uri) {
    static Service start(Path folder, Path data) throws IOException {
      Path out = Files.createTempFile(folder, "service", ".out");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx128m",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  "serve",
                  "--port",
                  "0",
                  "--phrasebook",
                  folder.resolve("book").toString(),
                  "--data",
                  data.toString())
              .redirectOutput(out.toFile())
              .redirectErrorStream(true)
              .start();
      while (process.isAlive()) {
        String told = Files.readString(out);
        int start = told.indexOf("http://");
        int end = told.indexOf(' ', start);
        if (start >= 0 && end > start) {
          return new Service(process, URI.create(told.substring(start, end)));
        }
        pause();
      }
      return fail(Files.readString(out));
    }

    private static void pause() {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    /** By SIGKILL: it has no chance to tidy up. */
    void kill() {
      process.destroyForcibly();
      try {
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      assertFalse(process.isAlive());
    }
  }
}
