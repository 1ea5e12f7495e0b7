package com.replylinter.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code linter phrasebook} as a trainer sees it, and what a broken phrasebook does to a command.
 */
class PhrasebookCommandTest {
  @TempDir private Path folder;
  private TestBook book;

  @BeforeEach
  void writeBook() {
    book = TestBook.in(folder);
  }

  @Test
  void checkCounts() {
    Cli cli = Cli.run("phrasebook", "check", "--phrasebook", book.path());

    assertTrue(cli.out().matches("没有发现错误。话术库 0-[0-9a-f]{6}：2 条规则，2 个词表。\n"), cli.out());
    assertEquals(Exit.CLEAN, cli.exitCode());
  }

  @Test
  void everyProblemIsShownAtOnceWithItsPlace() {
    book.with("contact/wechat.yaml", TestBook.WECHAT.replace("severity: block", "severity: bad"))
        .with("claims/best.yaml", "id: [")
        .with("_words/more.yaml", "微信:\n  - 薇信\n");

    for (String[] command :
        new String[][] {
          {"phrasebook", "check"}, {"phrasebook", "test"}, {"lint", "在的"}, {"lint", "--jsonl"}
        }) {
      Cli cli = Cli.run(with(command));
      assertAll(
          () -> assertEquals(Exit.USAGE, cli.exitCode()),
          () -> assertEquals("", cli.out()),
          () -> assertTrue(cli.err().contains("contact/wechat.yaml:3:11: "), cli.err()),
          () -> assertTrue(cli.err().contains("\n  severity: bad\n            ^\n"), cli.err()),
          () -> assertTrue(cli.err().contains("claims/best.yaml:"), cli.err()),
          () -> assertTrue(cli.err().contains("“微信”已经有了"), cli.err()),
          () -> assertTrue(cli.err().endsWith("错误：话术库有 3 处错误，没有加载。\n"), cli.err()));
    }
  }

  @Test
  void theSameIdTwiceIsAnError() {
    book.with(
        "claims/best.yaml",
        TestBook.BEST.replace("id: claims/best", "id: claims/best\naliases: [contact/wechat]"));

    Cli cli = Cli.run("phrasebook", "check", "--phrasebook", book.path());

    assertTrue(cli.err().contains("规则编号“contact/wechat”在 claims/best.yaml 里已经用过"), cli.err());
    assertEquals(Exit.USAGE, cli.exitCode());
  }

  @Test
  void testRunsTheExamples() {
    Cli all = Cli.run("phrasebook", "test", "--phrasebook", book.path());
    assertTrue(all.out().matches("2 条规则，6 个例子，0 个没通过（0 条规则），用时 \\d+ 毫秒。\n"), all.out());
    assertEquals(Exit.CLEAN, all.exitCode());

    Cli one = Cli.run("phrasebook", "test", "claims/best", "--phrasebook", book.path());
    assertTrue(one.out().startsWith("1 条规则，2 个例子，0 个没通过"), one.out());
  }

  @Test
  void aRuleThatFailsItsExamplesIsReportedAndSwitchedOffAlone() {
    book.with("contact/wechat.yaml", TestBook.WECHAT.replace("我们不加微信的哦", "加我微信吧"));

    Cli test = Cli.run("phrasebook", "test", "--phrasebook", book.path());
    assertTrue(test.out().startsWith("contact/wechat：加我微信吧\n    找到的是 “加我微信”\n"), test.out());
    assertEquals(Exit.FINDINGS, test.exitCode());
    assertEquals(
        Exit.CLEAN,
        Cli.run("phrasebook", "test", "claims/best", "--phrasebook", book.path()).exitCode());

    Cli quarantined = Cli.run("lint", "--phrasebook", book.path(), "加微信");
    assertTrue(
        quarantined.err().endsWith("规则 contact/wechat 的例子没有通过，已停用；其余规则照常。\n"), quarantined.err());
    assertEquals(Exit.CLEAN, quarantined.exitCode());
    assertEquals(Exit.FINDINGS, Cli.run("lint", "--phrasebook", book.path(), "全网最好").exitCode());
  }

  @Test
  void testTriesDisguises() {
    Cli all = Cli.run("phrasebook", "test", "--adversarial", "--phrasebook", book.path());
    assertTrue(all.out().contains("加间隔号　　　  3 句，找到 3 句，100.0%\n"), all.out());
    assertTrue(all.out().contains("\n合计　　　　　  "), all.out());
    assertEquals(Exit.CLEAN, all.exitCode());

    book.with(
        "_variants/words.yaml", "微信: {beside: [{spellings: [葳信], after: [用]}], spellings: [卫心]}\n");
    Cli variants = Cli.run("phrasebook", "test", "--adversarial", "--phrasebook", book.path());
    assertTrue(variants.out().contains("谐音形近字　　  2 句，找到 2 句，100.0%\n"), variants.out());
  }

  @Test
  void listsAndShows() {
    Cli list = Cli.run("phrasebook", "list", "--phrasebook", book.path());
    assertTrue(
        list.out()
            .startsWith(
                """
                claims/best     警告  绝对化用语
                contact/wechat  拦截  引导加微信
                """),
        list.out());

    Cli show = Cli.run("phrasebook", "show", "contact/wechat", "--phrasebook", book.path());
    assertEquals(
        """
        contact/wechat  引导加微信
        级别：拦截
        类型：提出（否定就没事）
        提示：您在引导买家加微信，请在千牛里沟通。
        原因：不得引导买家到平台外联系。
        处罚：
          - 扣 12 分  骚扰他人  D0  2013-01-01~
        写法：
          - {加|＋} … <微信>
        改写：
          - 亲，请在这里和我沟通哦。
          - 您好，有问题在这里留言就好。
        违规的例子：
          - {{加我微信}}吧
          - 麻烦{{加一下微信}}哦
        合规的例子：
          - 我们不加微信的哦
          - 微信支付的优惠
        """,
        show.out());
  }

  @Test
  void showsAReminderThatTheHouseHasSwitchedOff() {
    book.with("style/address.yaml", TestBook.ADDRESS)
        .with("phrasebook.yaml", "released: 2026-01-02\noff: [style/*]\n");
    String show = Cli.run("phrasebook", "show", "style/address", "--phrasebook", book.path()).out();
    assertTrue(show.contains("类型：语气（只提醒，不算违规）\n状态：已关闭\n"), show);
    Cli lint = Cli.run("lint", "--phrasebook", book.path(), "你的快递");
    assertEquals(new Cli(Exit.CLEAN, lint.out(), ""), lint);
    assertTrue(!lint.out().contains("style/address"), lint.out());

    book.with("phrasebook.yaml", "released: 2026-01-02\noff:\n  - style/adress\n");
    assertEquals(
        """
        phrasebook.yaml:3:5: 没有“style/adress”这条规则，或这一类规则
            - style/adress
              ^
        错误：话术库有 1 处错误，没有加载。
        """,
        Cli.run("phrasebook", "check", "--phrasebook", book.path()).err());
  }

  @Test
  void learnsFromLabelledCasesAndSaysWhichLineIsNone() throws Exception {
    Path cases = Files.createDirectories(book.root().resolve("_cases")).resolve("mine.tsv");
    Files.writeString(cases, "-\t在吗\t在的亲\ncontact/none\t\t加我\n一栏\n");
    assertEquals(
        new Cli(
            Exit.USAGE,
            "",
            """
            _cases/mine.tsv:2:1: 没有编号为“contact/none”的规则；合规的回复请写“-”
              contact/none\t\t加我
              ^
            _cases/mine.tsv:3:1: 每行应当是三栏：规则编号（合规写“-”）、买家的话、客服的回复，用制表符隔开
              一栏
              ^
            错误：话术库有 2 处错误，没有加载。
            """),
        Cli.run("phrasebook", "learn", "--phrasebook", book.path()));

    Files.writeString(cases, "-\t在吗\t在的亲\ncontact/wechat\t\t加我绿泡泡\n");
    Path model = book.root().resolve("_model").resolve("likeness.bin");
    assertEquals(
        Exit.CLEAN, Cli.run("phrasebook", "learn", "--phrasebook", book.path()).exitCode());
    assertTrue(Files.size(model) > 0);
    assertEquals(
        Exit.CLEAN, Cli.run("phrasebook", "check", "--phrasebook", book.path()).exitCode());

    Files.writeString(model, "damaged");
    assertTrue(
        Cli.run("phrasebook", "check", "--phrasebook", book.path()).err().contains("学习结果文件已损坏"));
    assertEquals("错误：请用 --phrasebook 写上话术库目录：学习结果要写在那里。\n", Cli.run("phrasebook", "learn").err());
  }

  @Test
  void namesWhatItDoesNotKnow() throws Exception {
    assertEquals(
        "错误：没有这条规则：contact/none。用 linter phrasebook list 查看所有编号。\n",
        Cli.run("phrasebook", "show", "contact/none", "--phrasebook", book.path()).err());
    assertEquals(
        "错误：规则编号应写成“类别/名字”，如 invoice/refuse：wechat\n",
        Cli.run("phrasebook", "test", "wechat", "--phrasebook", book.path()).err());
    assertEquals(
        "错误：请写上要做什么：check、test、learn、list、show、export、import、what-if 或 inbox。\n用法见：linter phrasebook --help\n",
        Cli.run("phrasebook").err());

    Path missing = folder.resolve("missing");
    assertEquals(
        new Cli(Exit.USAGE, "", "错误：话术库目录不存在：" + missing + "\n"),
        Cli.run("phrasebook", "check", "--phrasebook", missing.toString()));
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertEquals(
        new Cli(Exit.USAGE, "", "错误：这不是目录：" + file + "\n"),
        Cli.run("lint", "在的", "--phrasebook", file.toString()));
    assertEquals(
        Exit.USAGE,
        Cli.run(
                "phrasebook",
                "check",
                "--phrasebook",
                Files.createDirectory(folder.resolve("e")).toString())
            .exitCode());
  }

  private String[] with(String... command) {
    return Stream.concat(Arrays.stream(command), Stream.of("--phrasebook", book.path()))
        .toArray(String[]::new);
  }
}
