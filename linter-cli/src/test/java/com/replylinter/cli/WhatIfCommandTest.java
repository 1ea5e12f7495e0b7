package com.replylinter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code linter phrasebook what-if}: what a trainer learns before a change goes live. */
class WhatIfCommandTest {
  @TempDir private Path folder;
  private TestBook before;
  private TestBook after;
  private Path log;

  @BeforeEach
  void writeBooks() throws IOException {
    before = TestBook.in(folder.resolve("before"));
    after =
        TestBook.in(folder.resolve("after"))
            .with("claims/best.yaml", TestBook.BEST.replace("severity: warn", "severity: block"))
            .with(
                "contact/chat.yaml",
                TestBook.WECHAT
                    .replace("id: contact/wechat", "id: contact/chat\naliases: [contact/wechat]")
                    .replace("'{加|＋} … <微信>'", "'{加|留} …4 <微信>'"));
    Files.delete(after.root().resolve("contact/wechat.yaml"));
    log = folder.resolve("log.jsonl");
    Files.writeString(
        log,
        """
        {"id": "c1", "messages": [{"role": "buyer", "sender": "买家", "text": "加微信吗", "at": "2026-11-22T10:00:00+08:00"}, {"role": "agent", "sender": "店:小夏", "text": "您加我微信吧", "at": "2026-11-22T10:00:05+08:00"}]}
        {"id": "c2", "messages": [{"role": "agent", "sender": "店:小夏", "text": "麻烦您留个微信"}, {"role": "agent", "sender": "店:小夏", "text": "加了以后您再找我的微信"}]}
        {"id": "c3", "messages": [{"role": "bot", "sender": "店", "text": "全网最好"}, {"role": "agent", "sender": "店:小秋", "text": "这是全网最好的"}]}
        """);
  }

  @Test
  void showsWhatChangesByRuleWithTheLines() {
    assertEquals(
        new Cli(
            Exit.CLEAN,
            """
            绝对化用语  claims/best
              级别变了：1
                %1$s:3  警告 → 拦截
                  这是全网最好的
                      ^^^^^^^^

            引导加微信  contact/chat
              新查出：1
                %1$s:2  拦截
                  麻烦您留个微信
                        ^^^^^^^^
              不再查出：1
                %1$s:2  拦截
                  加了以后您再找我的微信
                  ^^^^^^^^^^^^^^^^^^^^^^

            3 个会话，检查了 4 条消息：新查出 1 处，不再查出 1 处，级别变了 1 处。
            """
                .formatted(log),
            ""),
        Cli.run("phrasebook", "what-if", before.path(), after.path(), "--logs", log.toString()));
  }

  @Test
  void countsWhatItDoesNotShow() {
    Cli cli =
        Cli.run(
            "phrasebook",
            "what-if",
            after.path(),
            before.path(),
            "--lines",
            "0",
            "--logs",
            log.toString(),
            log.toString());
    assertEquals(
        """
        绝对化用语  claims/best
          级别变了：2
            ……还有 2 处

        引导加微信  contact/chat
          不再查出：4
            ……还有 4 处

        引导加微信  contact/wechat
          新查出：4
            ……还有 4 处

        6 个会话，检查了 8 条消息：新查出 4 处，不再查出 4 处，级别变了 2 处。
        """,
        cli.out());
  }

  @Test
  void writesJsonLines() {
    Cli cli =
        Cli.run(
            "phrasebook",
            "what-if",
            before.path(),
            after.path(),
            "--jsonl",
            "--logs",
            log.toString());
    assertEquals(
        """
        {"change":"caught","rule":"contact/chat","title":"引导加微信","after":"block","file":"%1$s","line":2,"conversation":"c2","message":0,"sender":"店:小夏","text":"麻烦您留个微信","start":3,"end":7,"matched":"留个微信"}
        {"change":"lost","rule":"contact/chat","title":"引导加微信","before":"block","file":"%1$s","line":2,"conversation":"c2","message":1,"sender":"店:小夏","text":"加了以后您再找我的微信","start":0,"end":11,"matched":"加了以后您再找我的微信"}
        {"change":"severity","rule":"claims/best","title":"绝对化用语","before":"warn","after":"block","file":"%1$s","line":3,"conversation":"c3","message":1,"sender":"店:小秋","text":"这是全网最好的","start":2,"end":6,"matched":"全网最好"}
        """
            .formatted(log),
        cli.out());
  }

  @Test
  void takesNoThirdPhrasebook() {
    Cli cli =
        Cli.run(
            "phrasebook",
            "what-if",
            before.path(),
            after.path(),
            "--phrasebook",
            after.path(),
            "--logs",
            log.toString());
    assertEquals(new Cli(Exit.USAGE, "", "错误：what-if 要写两个话术库目录，这里不能用 --phrasebook。\n"), cli);
  }

  @Test
  void saysWhichLinesItCouldNotRead() throws IOException {
    Files.writeString(
        log,
        """
        {"id": "c", "messages": [{"role": "buyer", "text": "在吗"}]}
        no json
        """);
    Cli cli =
        Cli.run("phrasebook", "what-if", before.path(), before.path(), "--logs", log.toString());
    assertEquals("1 个会话，检查了 0 条消息：新查出 0 处，不再查出 0 处，级别变了 0 处。\n", cli.out());
    assertEquals(true, cli.err().startsWith("没有读懂：" + log + ":2："), cli.err());
    assertEquals(true, cli.err().endsWith("没有读懂的行数：1\n"), cli.err());
  }
}
