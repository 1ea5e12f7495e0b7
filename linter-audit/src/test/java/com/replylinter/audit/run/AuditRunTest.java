package com.replylinter.audit.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.Shop;
import com.replylinter.audit.Linters;
import com.replylinter.audit.Logs;
import com.replylinter.audit.log.Input;
import com.replylinter.audit.log.ReadOptions;
import com.replylinter.audit.report.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditRunTest {
  @TempDir private Path folder;

  private AuditOptions options(Path log, String out, Filter filter, boolean resume, int threads) {
    return new AuditOptions(
        Input.of(List.of(log)),
        folder.resolve(out),
        ReadOptions.DEFAULT,
        filter,
        null,
        Shop.DEFAULT,
        true,
        resume,
        threads,
        Duration.ZERO);
  }

  private Path log(int conversations) {
    return Logs.write(folder.resolve("log.jsonl"), conversations);
  }

  private static Summary run(AuditOptions options) {
    return run(options, Progress.SILENT);
  }

  private static Summary run(AuditOptions options, Progress progress) {
    try {
      return new AuditRun(Linters.BUNDLED, options, progress).run();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String text(String out, String name) {
    try {
      return Files.readString(folder.resolve(out).resolve(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void reportsAreTheSameOnAnyNumberOfThreads() {
    Path log = log(400);

    Summary one = run(options(log, "a", Filter.ALL, false, 1));
    run(options(log, "b", Filter.ALL, false, 4));

    assertTrue(one.total().findings() > 100);
    assertEquals(Logs.contents(folder.resolve("a")), Logs.contents(folder.resolve("b")));
  }

  @Test
  void aStoppedRunLeavesValidReportsAndGoesOnWhereItEnded() {
    Path log = log(800);
    run(options(log, "whole", Filter.ALL, false, 2));
    AuditRun[] stopped = new AuditRun[1];
    AuditOptions part = options(log, "part", Filter.ALL, false, 2);
    Summary half;
    try {
      stopped[0] = new AuditRun(Linters.BUNDLED, part, (done, total, count) -> stopped[0].stop());
      half = stopped[0].run();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }

    assertFalse(half.complete());
    assertTrue(half.messages() > 0);
    assertEquals(half.total().findings(), text("part", "findings.jsonl").lines().count());
    assertTrue(text("part", "summary.json").contains("\"complete\" : false"));
    assertTrue(text("part", "report.html").contains("\"complete\":false"));

    Summary rest = run(options(log, "part", Filter.ALL, true, 2));

    assertTrue(rest.complete());
    assertEquals(Logs.contents(folder.resolve("whole")), Logs.contents(folder.resolve("part")));
    assertFalse(Files.exists(folder.resolve("part/checkpoint.json")));
  }

  @Test
  void anotherJobIsNotResumed() {
    Path log = log(400);
    AuditRun[] stopped = new AuditRun[1];
    AuditOptions part = options(log, "part", Filter.ALL, false, 2);
    stopped[0] = new AuditRun(Linters.BUNDLED, part, (done, total, count) -> stopped[0].stop());
    try {
      stopped[0].run();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
    Filter other = new Filter(null, null, Set.of(), Set.of("invoice"));

    assertThrows(
        OtherJobException.class,
        () ->
            new AuditRun(Linters.BUNDLED, options(log, "part", other, true, 2), Progress.SILENT)
                .run());
  }

  @Test
  void filtersChooseWhatIsCountedNotWhatIsHeard() {
    Path log =
        Logs.write(
            folder.resolve("log.jsonl"),
            Logs.line("c", "buyer", "tb1234", "能开发票吗", "2026-11-01T23:59:00+08:00")
                + Logs.line("c", "agent", "店:甲", "可以的，免费为您开发票", "2026-11-01T23:59:30+08:00")
                + Logs.line("c", "agent", "店:乙", "开不了哦亲", "2026-11-01T16:00:30Z")
                + Logs.line("d", "agent", "店:甲", Logs.TAX, "2026-11-02T10:00:00+08:00"));
    LocalDate second = LocalDate.of(2026, 11, 2);

    Summary all = run(options(log, "a", Filter.ALL, false, 1));
    assertEquals(List.of(3L, 2L), List.of(all.total().judged(), all.total().findings()));
    assertEquals(
        List.of("2026-11-01", "2026-11-02"),
        all.days().stream().map(Summary.DayCount::day).toList());

    Summary since =
        run(options(log, "b", new Filter(second, second, Set.of(), Set.of()), false, 1));
    assertEquals(List.of(2L, 2L), List.of(since.total().judged(), since.total().findings()));

    Summary agent = run(options(log, "c", new Filter(null, null, Set.of("乙"), Set.of()), false, 1));
    assertEquals(List.of(1L, 1L), List.of(agent.total().judged(), agent.total().findings()));
    assertEquals("invoice/refuse", agent.rules().get(0).rule());

    Summary rule =
        run(
            options(
                log,
                "d",
                new Filter(null, null, Set.of(), Set.of("invoice/charge-tax-point")),
                false,
                1));
    assertEquals(List.of(3L, 1L), List.of(rule.total().judged(), rule.total().findings()));
  }

  @Test
  void personalDataIsMaskedUnlessAskedFor() {
    Path log =
        Logs.write(
            folder.resolve("log.jsonl"),
            Logs.line(
                    "xiaohong88",
                    "buyer",
                    "xiaohong88",
                    "我电话13812345678，卡6222021234567890128",
                    "2026-11-01T10:00:00+08:00")
                + Logs.line(
                    "xiaohong88",
                    "agent",
                    "店:甲",
                    "xiaohong88您好，13812345678收到，" + Logs.TAX + "，发票寄到abc.def@qq.com",
                    "2026-11-01T10:01:00+08:00")
                + "13812345678 不是 JSON\n");

    run(options(log, "masked", Filter.ALL, false, 1));
    for (String report : Logs.contents(folder.resolve("masked"))) {
      for (String secret : List.of("13812345678", "6222021234567890128", "abc.def", "xiaohong88")) {
        assertFalse(report.contains(secret), () -> secret + " in " + report.substring(0, 20));
      }
    }
    assertTrue(text("masked", "findings.jsonl").contains("138****5678"));
    assertTrue(text("masked", "rejects.jsonl").contains("138****5678"));

    AuditOptions masked = options(log, "open", Filter.ALL, false, 1);
    run(
        new AuditOptions(
            masked.inputs(),
            masked.out(),
            masked.reading(),
            masked.filter(),
            null,
            Shop.DEFAULT,
            false,
            false,
            1,
            Duration.ZERO));
    assertTrue(text("open", "findings.jsonl").contains("xiaohong88您好，13812345678"));
  }

  @Test
  void oneBadQuickReplyIsOneCauseOfManyFindings() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      log.append(Logs.line("c" + i, "buyer", "tb123" + i, "能开发票吗", "2026-11-01T10:00:00+08:00"));
      log.append(Logs.line("c" + i, "agent", "店:甲", "开不了哦亲", "2026-11-01T10:00:30+08:00"));
      log.append(
          Logs.line(
              "c" + i, "agent", "店:" + i, Logs.TAX + "!".repeat(i), "2026-11-01T10:01:00+08:00"));
    }

    Summary summary =
        run(
            options(
                Logs.write(folder.resolve("log.jsonl"), log.toString()),
                "a",
                Filter.ALL,
                false,
                1));

    assertEquals(1, summary.canned().size(), () -> summary.canned().toString());
    Summary.Canned canned = summary.canned().get(0);
    assertEquals(Logs.TAX, canned.text());
    assertEquals(
        List.of(5L, 5L, 5L),
        List.of(canned.sent(), canned.count().findings(), canned.conversations()));
    assertEquals(List.of("店:0", "店:1", "店:2", "店:3", "店:4"), canned.agents());
    assertNotEquals(null, canned.rewritten());
  }
}
