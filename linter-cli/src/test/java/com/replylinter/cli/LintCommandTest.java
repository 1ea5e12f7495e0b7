package com.replylinter.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code linter lint} as a person at a terminal sees it. */
class LintCommandTest {
  @TempDir private static Path folder;
  private static String book = "";

  @BeforeAll
  static void writeBook() {
    book = TestBook.in(folder).withTrap().path();
  }

  @Test
  void showsEverythingAboutAFinding() {
    Cli cli = Cli.run("lint", "--phrasebook", book, "亲，您加我微信吧～");

    assertAll(
        () -> assertEquals("", cli.err()),
        () ->
            assertEquals(
                """
                亲，您加我微信吧～
                      ^^^^^^^^
                拦截  引导加微信  扣 12 分  contact/wechat
                  您在引导买家加微信，请在千牛里沟通。
                  原因：不得引导买家到平台外联系。
                  依据：骚扰他人
                  可以改成：
                    1. 亲，请在这里和我沟通哦。
                    2. 您好，有问题在这里留言就好。

                整句改写：
                  亲，请在这里和我沟通哦。

                结论：拦截，请勿发送（1 处问题）
                """,
                cli.out()),
        () -> assertEquals(Exit.FINDINGS, cli.exitCode()));
  }

  @Test
  void judgesByTheShopsSettingsAndTheDay() {
    assertEquals(Exit.CLEAN, Cli.run("lint", "不支持货到付款的").exitCode());
    assertEquals(Exit.FINDINGS, Cli.run("lint", "--cod", "不支持货到付款的").exitCode());
    assertTrue(Cli.run("lint", "--platform", "jd", "加我微信").out().contains("咚咚"));
    assertFalse(Cli.run("lint", "--at", "2012-01-01", "发票要加6个点").out().contains("扣 6 分"));
  }

  @Test
  void saysThatACleanReplyIsClean() {
    Cli cli = Cli.run("lint", "--phrasebook", book, "不会让您加微信的");

    assertEquals(new Cli(Exit.CLEAN, "✓ 没有发现问题，可以发送。\n", ""), cli);
  }

  @Test
  void aTrapInTheQuestionComesFirst() {
    String traps =
        """
        当心  买家想加微信  trap/chat
          不要答应，请在千牛里说。
          原因：平台外的约定不受保护。
          结合对话第 2 句判断。
          建议这样回答：
            亲，请在这里和我沟通哦。

        """;
    String[] asked = {"lint", "--phrasebook", book, "--buyer", "你好", "--buyer", "加个微信吧", ""};

    assertEquals(new Cli(Exit.CLEAN, traps, ""), Cli.run(asked));
    asked[asked.length - 1] = "好的";
    assertEquals(new Cli(Exit.CLEAN, traps + "✓ 没有发现问题，可以发送。\n", ""), Cli.run(asked));
    assertEquals(
        new Cli(Exit.CLEAN, "✓ 买家的话里没有容易答错的问题。\n", ""),
        Cli.run("lint", "--phrasebook", book, "--buyer", "你好", ""));
    assertEquals(Exit.CLEAN, Cli.run("lint", "--phrasebook", book, "加个v信？").exitCode());
  }

  @Test
  void explainsWhatCountsAndWhatDoesNot() {
    Cli cli = Cli.run("lint", "--explain", "--phrasebook", book, "--buyer", "在吗", "不会加微信，Ａ加我vx");

    assertEquals("", cli.err());
    assertEquals(Exit.FINDINGS, cli.exitCode());
    assertEquals(
        """
        结论：拦截，请勿发送（1 处问题）

        为什么：命中 2 处，算数 1 处，不算 1 处。

        不会加微信，Ａ加我vx
            ~~~~~~
        不算  引导加微信  contact/wechat
          写法：{加|＋} … <微信>（命中的词：加 · 微信）
          不算的原因：否定：“不会”管住了“加微信”

        不会加微信，Ａ加我vx
                      ^^^^^^
        算数  引导加微信  contact/wechat
          写法：{加|＋} … <微信>（命中的词：加 · vx）

        比较时的文字：不会加微信,a加我vx
        分词：不 | 会 | 加 | 微 | 信 | , | a | 加 | 我 | vx
        当作买家提问的：对话第 1 句
        分词边界没有改变任何结论。
        """,
        cli.out().substring(cli.out().indexOf("结论：")));
  }

  @Test
  void explainsInEnglishAndThatNothingWasFound() {
    Cli cli = Cli.run("lint", "--explain", "--lang", "en", "--phrasebook", book, "在的");

    assertEquals(
        """
        ✓ Nothing found; it can be sent.

        Why: no pattern matched, and the learned judgement suspects nothing.

        As compared: 在的
        Words: 在 | 的
        分词边界没有改变任何结论。
        """,
        cli.out());
    assertEquals(Exit.CLEAN, cli.exitCode());
  }

  @Test
  void anExplanationNeverSteersTheTerminalEither() {
    Cli cli =
        Cli.run(
            "lint",
            "--explain",
            "--phrasebook",
            book,
            "\u001b]0;x\u0007\u202e不\u202e加微信\ud800\u0000");

    assertTrue(cli.out().contains("不算的原因：否定"), cli.out());
    assertFalse(cli.out().matches("(?s).*[\u001b\u0007\u202e\u0000].*"), cli.out());
  }

  @Test
  void theBundledPhrasebookIsTheDefault() {
    Cli bad = Cli.run("lint", "亲,开发票要加6个点的税点哦");
    assertTrue(bad.out().contains("invoice/charge-tax-point"), bad.out());
    assertEquals(Exit.FINDINGS, bad.exitCode());

    Cli good = Cli.run("lint", "发票是免费开的,不收税点哦");
    assertEquals(new Cli(Exit.CLEAN, "✓ 没有发现问题，可以发送。\n", ""), good);
  }

  @ParameterizedTest
  @CsvSource({"全网最好, 1", "加微信, 1", "你好, 0"})
  void readsStandardInputWithoutItsLineEnd(String draft, int exitCode) {
    for (String end : new String[] {"", "\n", "\r\n"}) {
      assertEquals(
          exitCode, Cli.runWithInput(draft + end, "lint", "--phrasebook", book).exitCode());
    }
  }

  @Test
  void joinsWordsAsTheShellSplitThem() {
    Cli cli = Cli.run("lint", "--phrasebook", book, "全网最好", "的");

    assertTrue(cli.out().startsWith("全网最好 的\n^^^^^^^^\n警告  绝对化用语"), cli.out());
  }

  @Test
  void underlinesEveryFinding() {
    Cli cli = Cli.run("lint", "--phrasebook", book, "全网最好，加微信");

    assertTrue(cli.out().contains("全网最好，加微信\n^^^^^^^^\n"), cli.out());
    assertTrue(cli.out().contains("全网最好，加微信\n          ^^^^^^\n"), cli.out());
    assertTrue(cli.out().endsWith("结论：拦截，请勿发送（2 处问题）\n"), cli.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "给您发顺丰哈 | 已承诺：顺丰，记到订单备注。",
        "这单送您一包纸巾哦 | 已承诺：纸巾，记到订单备注。",
        "三到五天肯定到 | 已承诺：3–5 天，记到订单备注。",
        "坏了赔您十五块八 | 已承诺：¥15.80，记到订单备注。",
        "啥时候坏啥时候找我，不收钱 | 已承诺：售后，记到订单备注。",
      })
  void saysWhatIsPromised(String draft, String line) {
    Cli cli = Cli.run("lint", draft);

    assertTrue(cli.out().contains("\n  " + line + "\n"), cli.out());
  }

  @Test
  void speaksEnglishWhereTheEnvironmentDoes() {
    Cli cli =
        Cli.run(
            new ByteArrayInputStream(new byte[0]),
            Map.of("LANG", "en_GB.UTF-8"),
            false,
            "lint",
            "--phrasebook",
            book,
            "加微信");

    assertTrue(cli.out().contains("BLOCK  引导加微信  12 points  contact/wechat\n"), cli.out());
    assertTrue(cli.out().endsWith("Verdict: do not send (findings: 1)\n"), cli.out());
  }

  @ParameterizedTest
  @CsvSource({
    "en_US.UTF-8, '',          '', en",
    "C,           '',          '', zh",
    "C.UTF-8,     '',          '', zh",
    "'',          '',          '', zh",
    "de_DE,       '',          '', zh",
    "zh_CN,       '',          '', zh",
    "en_US,       zh_CN.UTF-8, '', zh",
    "zh_CN,       en_US,       '', en",
    "en_US,       '',          zh, zh",
    "zh_CN,       '',          en, en",
  })
  void choosesTheLanguage(String lang, String lcAll, String option, String expected) {
    String[] args = option.isEmpty() ? new String[0] : new String[] {"lint", "--lang", option};

    assertEquals(
        expected, Messages.choose(args, Map.of("LANG", lang, "LC_ALL", lcAll)).locale().toString());
  }

  @Test
  void theProgramsOwnVariableGoesFirst() {
    String[] args = {"lint"};

    Messages chosen = Messages.choose(args, Map.of("LINTER_LANG", "en", "LC_ALL", "zh_CN.UTF-8"));

    assertEquals(Locale.ENGLISH, chosen.locale());
  }

  @ParameterizedTest
  @CsvSource({
    "auto,   false, '',      '', false",
    "auto,   true,  '',      '', true",
    "auto,   true,  NO_COLOR, 1, false",
    "auto,   true,  NO_COLOR, '', true",
    "auto,   true,  TERM, dumb, false",
    "always, false, NO_COLOR, 1, true",
    "never,  true,  '',      '', false",
  })
  void coloursOnlyATerminal(
      String option, boolean terminal, String variable, String value, boolean colored) {
    Map<String, String> env = variable.isEmpty() ? Map.of() : Map.of(variable, value);

    Cli cli =
        Cli.run(
            new ByteArrayInputStream(new byte[0]),
            env,
            terminal,
            "lint",
            "--color",
            option,
            "--phrasebook",
            book,
            "加微信");

    assertEquals(colored, cli.out().contains("\u001b[1;31m"), cli.out());
  }

  @Test
  void neverPrintsWhatCouldSteerTheTerminal() {
    Cli cli = Cli.run("lint", "--phrasebook", book, "\u001b]0;x\u0007\u202e加微信\ud800\u0000");

    assertEquals(Exit.FINDINGS, cli.exitCode());
    assertFalse(cli.out().matches("(?s).*[\u001b\u0007\u202e\u0000].*"), cli.out());
  }

  @Test
  void refusesWhatItCannotLint() {
    assertEquals(
        new Cli(Exit.USAGE, "", "错误：没有内容可检查，请给出要检查的回复。\n"), Cli.run("lint", "--phrasebook", book));
    assertEquals(
        new Cli(Exit.USAGE, "", "错误：没有内容可检查，请给出要检查的回复。\n"),
        Cli.run("lint", "--phrasebook", book, ""));
    assertEquals(
        new Cli(Exit.USAGE, "", "错误：回复过长：20001 个字符，最多 20000 个。\n"),
        Cli.run("lint", "--phrasebook", book, "啊".repeat(20_001)));
    assertEquals(
        new Cli(Exit.USAGE, "", "错误：输入不是合法的 UTF-8 文本。\n"),
        Cli.runWithInput("é".getBytes(StandardCharsets.ISO_8859_1), "lint", "--phrasebook", book));
  }

  @Test
  void lintsOtherLanguagesAndTheLongestDraft() {
    for (String draft :
        new String[] {"Hello, how are you?", "안녕하세요", "สวัสดี", "🙂".repeat(10_000)}) {
      assertEquals(Exit.CLEAN, Cli.run("lint", "--phrasebook", book, draft).exitCode());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lint --colour                | 错误：不认识的参数：--colour\\n用法见：linter lint --help\\n
          lint --color purple          | 错误：--color 的值不对：purple\\n用法见：linter lint --help\\n
          lint --platform ebay x       | 错误：--platform 的值不对：ebay\\n用法见：linter lint --help\\n
          lint --at 2016-13-01 x       | 错误：--at 的值不对：2016-13-01\\n用法见：linter lint --help\\n
          lint --buyer                 | 错误：缺少：--buyer\\n用法见：linter lint --help\\n
          lint --jsonl 你好            | 错误：--jsonl 从标准输入读取，不能同时给文字、--buyer、--at 或店铺的选项：每一行自己写明。\\n
          lnt                          | 错误：不认识的参数：lnt\\n用法见：linter --help\\n
          --lang en lint --colour      | Error: Unknown argument: --colour\\nSee linter lint --help\\n
          lint --lang fr 你好          | 错误：--lang 的值不对：fr\\n用法见：linter lint --help\\n
          """)
  void explainsUsageErrors(String command, String message) {
    Cli cli = Cli.run(command.split(" ", -1));

    assertEquals(new Cli(Exit.USAGE, "", message.replace("\\n", "\n")), cli);
  }

  @Test
  void helpsAndTellsItsVersion() {
    assertTrue(Cli.run("--help").out().contains("退出码：0 没有问题"));
    assertTrue(Cli.run("lint", "--help", "--lang", "en").out().contains("Exit codes of --jsonl"));
    assertEquals(Exit.CLEAN, Cli.run("phrasebook", "test", "--help").exitCode());
    Cli version = Cli.run("--version", "--phrasebook", book);
    assertTrue(version.out().matches("Reply Linter .+\nphrasebook 0-[0-9a-f]{6}\n"), version.out());
    assertEquals(Exit.USAGE, Cli.run().exitCode());
  }
}
