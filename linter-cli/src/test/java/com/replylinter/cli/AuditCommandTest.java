package com.replylinter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code linter audit} as a supervisor at a terminal sees it. */
class AuditCommandTest {
  private static final String BLOCK =
      "{\"conversation\":\"a\",\"role\":\"agent\",\"sender\":\"店:甲\",\"text\":\"您加我微信吧\",\"at\":\"2026-11-02T10:00:00+08:00\"}\n";
  private static final String WARN =
      "{\"conversation\":\"b\",\"role\":\"agent\",\"sender\":\"店:乙\",\"text\":\"这是全网最好的\",\"at\":\"2026-11-03T10:00:00+08:00\"}\n";

  @TempDir private Path folder;
  private String book = "";

  @BeforeEach
  void writeBook() {
    book = TestBook.in(folder.resolve("book")).path();
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Cli audit(Path log, String... more) {
    List<String> args = new java.util.ArrayList<>(List.of("audit", "--phrasebook", book));
    args.addAll(List.of(log.toString(), "--out", folder.resolve("out").toString()));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  @Test
  void endsWithTheTableOfAccounts() {
    Path log = file("log.jsonl", BLOCK + "\nnot json\n" + WARN);

    Cli cli = audit(log);

    int wide = log.toString().length();
    assertEquals("", cli.err());
    assertEquals(
        """
        文件%s  格式   编码   行数  消息  续行  杂项  读不了
        %s  jsonl  UTF-8     4     2     0     1       1

        2 个会话，2 条消息；检查了客服的 2 条，发现 2 处问题（拦截 1，警告 1，提醒 0），最多可能扣 12 分。
        有 1 行读不了，原因见 %s/out/rejects.jsonl
        报告：%s/out/report.html
        """
            .formatted(" ".repeat(wide - 4), log, folder, folder),
        cli.out());
    assertEquals(Exit.FINDINGS, cli.exitCode());
    for (String name :
        List.of(
            "findings.jsonl",
            "findings.csv",
            "findings.xlsx",
            "findings.sarif",
            "summary.json",
            "report.html")) {
      assertTrue(Files.exists(folder.resolve("out").resolve(name)), name);
    }
  }

  @Test
  void theExitCodeGoesByTheSeverityAskedFor() {
    Path log = file("log.jsonl", WARN);

    assertEquals(Exit.FINDINGS, audit(log).exitCode());
    assertEquals(Exit.CLEAN, audit(log, "--fail-on", "block").exitCode());
    assertEquals(Exit.CLEAN, audit(log, "--agent", "甲").exitCode());
    assertEquals(Exit.CLEAN, audit(log, "--rule", "contact").exitCode());
    assertEquals(Exit.CLEAN, audit(log, "--until", "2026-11-02").exitCode());
    assertEquals(
        Exit.FINDINGS, audit(log, "--since", "2026-11-03", "--rule", "claims/best").exitCode());
  }

  @Test
  void wrongUseIsToldInOneLine() {
    Path log = file("log.jsonl", WARN);

    assertEquals(
        "错误：没有这条规则：x/y。用 linter phrasebook list 查看所有编号。\n", audit(log, "--rule", "x/y").err());
    assertEquals(
        "错误：--platform 的值不对：ebay\n用法见：linter audit --help\n",
        audit(log, "--platform", "ebay").err());
    String odd = audit(file("odd.txt", "不是聊天记录")).err();
    assertTrue(odd.startsWith("错误：认不出“") && odd.contains("--columns"), odd);
    assertEquals("错误：--charset 的值不对：latin99\n", audit(log, "--charset", "latin99").err());
    assertEquals("错误：文件不存在：" + folder.resolve("none") + "\n", audit(folder.resolve("none")).err());
    assertEquals(
        "错误：--until（2026-01-01）在 --since（2026-02-01）之前。\n",
        audit(log, "--since", "2026-02-01", "--until", "2026-01-01").err());
    Cli nothing = Cli.run("audit", "--phrasebook", book);
    assertEquals("错误：请写上要检查的文件，并用 --out 写上报告的目录；快捷短语用 --phrases。\n", nothing.err());
    assertEquals(Exit.USAGE, nothing.exitCode());
  }

  @Test
  void whatCannotBeReadIsToldInEnglishWhereThatIsAskedFor() {
    String odd = audit(file("odd.txt", "不是聊天记录"), "--lang", "en").err();

    assertTrue(odd.startsWith("Error: What kind of chat log “"), odd);
    assertTrue(odd.contains("\n  wangwang-text: of 1 lines 0 are like"), odd);
    assertTrue(odd.contains("name its columns by --columns"), odd);
    assertTrue(
        audit(file("log.jsonl", WARN), "--layout", "qq", "--lang", "en")
            .err()
            .startsWith("Error: There is no layout “qq”. Known are: jsonl, html-chat, "));
  }

  @Test
  void onATerminalABarIsDrawn() {
    Path log = file("log.jsonl", WARN);

    Cli cli =
        Cli.run(
            new ByteArrayInputStream(new byte[0]),
            Map.of("TERM", "xterm"),
            true,
            "audit",
            "--phrasebook",
            book,
            log.toString(),
            "--out",
            folder.resolve("out").toString());

    assertTrue(cli.err().contains("检查"), cli.err());
    assertTrue(cli.err().contains("1 条"), cli.err());
  }

  @Test
  void quickRepliesAreCheckedAndWrittenBack() throws IOException {
    Path phrases = file("phrases.csv", "编码,快捷短语\nwx,您加我微信吧\nhi,您好\n");
    Path copy = folder.resolve("copy.csv");

    Cli cli =
        Cli.run(
            "audit",
            "--phrasebook",
            book,
            "--phrases",
            phrases.toString(),
            "--write",
            copy.toString());

    assertEquals("", cli.err());
    assertTrue(cli.out().startsWith("第 2 行\n您加我微信吧\n"), cli.out());
    assertTrue(
        cli.out().endsWith("检查了 2 条话术，1 条有问题（拦截 1 处，警告 0 处，提醒 0 处）。\n检查结果和建议改写已写入 " + copy + "\n"),
        cli.out());
    assertEquals(
        "\uFEFF编码,快捷短语,检查结果,建议改写\r\nwx,您加我微信吧,拦截：引导加微信（加我微信）,亲，请在这里和我沟通哦。\r\nhi,您好,通过,\r\n",
        Files.readString(copy));
    assertEquals(Exit.FINDINGS, cli.exitCode());
  }
}
