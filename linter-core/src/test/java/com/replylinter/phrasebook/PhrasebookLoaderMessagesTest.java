package com.replylinter.phrasebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.Books;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a trainer reads when a file is wrong, word for word. */
class PhrasebookLoaderMessagesTest {

  private static String problems(String... files) {
    LoadResult result = Books.load(files);
    assertTrue(result.phrasebook().isEmpty());
    return String.join(
        "\n",
        result.problems().stream()
            .map(Problem::render)
            .map(text -> text.replace("\r\n", "\n"))
            .toList());
  }

  @Test
  void tellsAllProblemsOfAllFilesAtOnce() {
    String words = "税点: ['{税点|税费']\n加: [<没有>]\n";
    String rule =
        """
        id: test/rule
        title: 测试
        severity: blok
        kind: offer
        mesage: 写错了
        why: 测试。
        match: ['<税点> … ']
        examples: {bad: ['没有标记'], good: ['{{不该标}}']}
        """;
    assertEquals(
        """
        _words/test.yaml:1:7: 模式写错了：“{”没有对应的“}”
          税点: ['{税点|税费']
                  ^
        _words/test.yaml:2:5: 没有名叫“没有”的词表
          加: [<没有>]
               ^
        test/rule.yaml:1:1: 缺少字段“message”
          id: test/rule
          ^
        test/rule.yaml:3:11: “severity”不能是“blok”；可以写：remind、warn、block
          severity: blok
                    ^
        test/rule.yaml:5:9: 不认识的字段“mesage”；可以写：aliases、allowed、commits、examples、from、id、kind、match、message、over、own-data、penalties、rewrites、severity、shop、status、title、unless、unless-anywhere、unless-asked、unless-said、until、why、wordings
          mesage: 写错了
                  ^
        test/rule.yaml:7:17: 模式写错了：模式不能以“…”结尾
          match: ['<税点> … ']
                             ^
        test/rule.yaml:8:18: 反例要用 {{ }} 标出违规的那几个字
          examples: {bad: ['没有标记'], good: ['{{不该标}}']}
                           ^
        test/rule.yaml:8:34: 正例里不能有 {{ }}
          examples: {bad: ['没有标记'], good: ['{{不该标}}']}
                                               ^"""
            .indent(0)
            .strip(),
        problems("_words/test.yaml", words, "test/rule.yaml", rule));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '#',
      value = {
        "['一般{没有}左右', '好的'] # 没有名叫“没有”的词表",
        "['打{手机号}', '好的'] # 改写里不能填“手机号”；可以写：天数、日期、金额、钟点，或词表的名字",
        "['一般{天数左右', '好的'] # 改写里的 { } 要成对，中间写名字，例如 {天数}",
        "['一般天数}左右', '好的'] # 改写里的 { } 要成对，中间写名字，例如 {天数}",
        "['一般{}左右', '好的'] # 改写里的 { } 要成对，中间写名字，例如 {天数}",
        "['一般{天数}左右', '要{天数}'] # 改写里至少要有一条不带 { }，没有可填的内容时用它",
      })
  void aSlotMustBeKnownAndOneRewriteWithoutAny(String rewrites, String expected) {
    String rule = Books.rule("test/rule", "statement", "['税点']").replace("[好的，我帮您看看。]", rewrites);
    String problems = problems("_words/test.yaml", "税点: ['{税点|税费}']\n", "test/rule.yaml", rule);
    assertTrue(problems.contains("test/rule.yaml:10:12: " + expected), problems);
    assertEquals(1, problems.lines().filter(line -> line.contains("rule.yaml")).count());
  }

  @Test
  void tellsWhatIsWrongWithVariants() {
    String variants =
        """
        发票:
          pinyin: fa
          beside:
            - {spellings: [fp]}
          spellings: ['{发|罚漂']
          spelling: [发漂]
        """;
    assertEquals(
        """
        _variants/test.yaml:2:11: “发票”有 2 个字，拼音却有 1 个音节
            pinyin: fa
                    ^
        _variants/test.yaml:4:7: “beside”里要写 after 或 before：旁边是什么字的时候才算
              - {spellings: [fp]}
                ^
        _variants/test.yaml:5:16: “{”没有对应的“}”
            spellings: ['{发|罚漂']
                         ^
        _variants/test.yaml:6:13: 不认识的字段“spelling”；可以写：beside、initials、innocent、pinyin、spellings
            spelling: [发漂]
                      ^"""
            .strip(),
        problems("_variants/test.yaml", variants));
  }

  @Test
  void saysWhereTheYamlBreaks() {
    String problems = problems("test/rule.yaml", "id: test/rule\ntitle: [测试\nwhy: x\n");
    assertTrue(problems.startsWith("test/rule.yaml:3:4: YAML 格式错误："), problems);
    assertTrue(problems.endsWith("\n  why: x\n     ^"), problems);
  }

  @Test
  void refusesAnIdThatIsNotThePath() {
    assertEquals(
        """
        test/other.yaml:1:1: 编号“test/rule”与文件路径不一致，应当放在 test/rule.yaml
          id: test/rule
          ^"""
            .strip(),
        problems("test/other.yaml", Books.rule("test/rule", "offer", "[发票]")));
  }

  @Test
  void refusesAnAliasThatIsTaken() {
    String renamed = Books.rule("test/b", "offer", "[发票]") + "aliases: [test/a]\n";
    assertTrue(
        problems("test/a.yaml", Books.rule("test/a", "offer", "[发票]"), "test/b.yaml", renamed)
            .startsWith("test/b.yaml:1:1: 规则编号“test/a”在 test/a.yaml 里已经用过"));
  }

  @Test
  void refusesACircleOfLists() {
    assertTrue(
        problems(
                "_words/test.yaml",
                "甲: [<乙>]\n乙: [<甲>]\n",
                "test/a.yaml",
                Books.rule("test/a", "offer", "[发票]"))
            .contains("词表互相包含："));
  }

  @Test
  void refusesAClueWithoutAnyWord() {
    assertTrue(
        problems("test/a.yaml", Books.rule("test/a", "offer", "['<金额> <手机号>']"))
            .startsWith("test/a.yaml:9:9: 这个模式可能一个固定的字词都不含"));
  }

  @Test
  void refusesASwitchThatNamesNoReminder() {
    assertEquals(
        """
        phrasebook.yaml:2:7: 没有“style/none”这条规则，或这一类规则
          off: [style/none, test/*, style/a]
                ^
        phrasebook.yaml:2:19: 只有提醒级（remind）的规则可以关闭，“test/a”不是
          off: [style/none, test/*, style/a]
                            ^"""
            .strip(),
        problems(
            "phrasebook.yaml",
            "released: 2026-01-02\noff: [style/none, test/*, style/a]\n",
            "style/a.yaml",
            style("style/a", "[发票]"),
            "test/a.yaml",
            Books.rule("test/a", "offer", "[发票]")));
  }

  @Test
  void aWholeFamilyIsSwitchedOff() {
    Phrasebook book =
        Books.book(
            "phrasebook.yaml",
            "released: 2026-01-02\noff: style/*\n",
            "style/a.yaml",
            style("style/a", "[发票]"),
            "style/b.yaml",
            style("style/b", "[税点]"),
            "test/a.yaml",
            Books.rule("test/a", "offer", "[发票]"));
    assertEquals(
        List.of("off", "off", "stable"),
        book.rules().stream().map(rule -> rule.status().label()).toList());
  }

  @Test
  void refusesAStyleThatIsMoreThanAReminderAndANoticeUnheardOf() {
    assertEquals(
        List.of("kind 为 style 的规则只管语气，severity 要写 remind"),
        Books.load("style/a.yaml", Books.rule("style/a", "style", "[发票]")).problems().stream()
            .map(Problem::message)
            .toList());
    assertEquals(
        List.of("“notice”不能是“四句”；可以写：三句无表情、连问短答、长话重发", "“say”和“notice”要写一个，也只能写一个"),
        Books.load("style/a.yaml", style("style/a", "[{notice: 四句}, {about: 发票}]"))
            .problems()
            .stream()
            .map(Problem::message)
            .toList());
  }

  private static String style(String id, String match) {
    return Books.rule(id, "style", match).replace("severity: block", "severity: remind");
  }

  @Test
  void namesWhatAConditionMayBe() {
    String rule =
        """
        id: test/rule
        title: 测试
        severity: block
        kind: offer
        message: 测试。
        why: 测试。
        shop: {platform: [tmall, ebay], code: true}
        from: 2020-01-01
        until: 2020-01-01
        wordings: [{severity: warn}]
        match: [{say: 税点, shop: {cod: yes}, from: 昨天}]
        examples: {bad: ['{{税点}}'], good: [{draft: 好, at: 2020-13-01, shop: {platform: [jd]}}]}
        """;
    assertEquals(
        List.of(
            "7:26 “platform”不能是“ebay”；可以写：tmall、taobao、jd、pinduoduo、douyin",
            "7:39 不认识的字段“code”；可以写：cod、custom、freeShipping、platform、presale、returnExempt",
            "9:8 “until”（2020-01-01）要晚于“from”（2020-01-01）",
            "10:12 这里要写明在什么情况下适用：shop、from 或 until",
            "11:31 这里只能写 true 或 false",
            "11:43 日期要写成 2026-11-22 的样子，不是“昨天”",
            "12:51 日期要写成 2026-11-22 的样子，不是“2020-13-01”",
            "12:80 这里应当是一段文字"),
        Books.load("test/rule.yaml", rule).problems().stream()
            .map(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
            .toList());
  }

  @Test
  void aTrapLooksAtTheBuyerAlone() {
    String rule =
        """
        id: trap/rule
        title: 测试
        severity: remind
        kind: trap
        message: 测试。
        why: 测试。
        match: [{asked: 发票, say: 有吗}]
        examples: {bad: [{buyer: 有吗, draft: 没有}], good: [{shop: {cod: true}}]}
        """;
    assertEquals(
        List.of(
            "7:9 陷阱规则（kind: trap）看的就是买家的话，这里不能写 asked 和 about",
            "8:18 陷阱规则的例子只写买家的话（buyer 或 talk），不写 draft",
            "8:50 陷阱规则的例子只写买家的话（buyer 或 talk），不写 draft"),
        Books.load("trap/rule.yaml", rule).problems().stream()
            .map(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
            .toList());
  }

  @Test
  void namesWhatAPlatformFileMayHold() {
    String platform =
        """
        applies: [test, test/a, tset]
        sources: [outside, D9]
        host: [a.com]
        reads: {'～': 天猫}
        """;
    assertEquals(
        List.of(
            "ebay.yaml:1:1 没有叫“ebay”的平台；文件名可以是：tmall、taobao、jd、pinduoduo、douyin",
            "jd.yaml:1:1 缺少字段“name”",
            "jd.yaml:1:25 没有“tset”这个类别或规则",
            "jd.yaml:2:20 “source”不能是“D9”；可以写：D0、D1、D2、D3、D4、outside",
            "jd.yaml:3:7 不认识的字段“host”；可以写：applies、hosts、name、reads、sources、writes",
            "jd.yaml:4:14 “～”里没有可以匹配的字"),
        Books.load(
                "test/a.yaml",
                Books.rule("test/a", "offer", "[发票]"),
                "_platforms/jd.yaml",
                platform,
                "_platforms/ebay.yaml",
                "name: 易贝")
            .problems()
            .stream()
            .map(
                problem ->
                    "%s:%d:%d %s"
                        .formatted(
                            problem.file().replace("_platforms/", ""),
                            problem.line(),
                            problem.column(),
                            problem.message()))
            .toList());
  }

  @Test
  void refusesABookWithoutRules() {
    assertEquals(
        List.of("这里没有任何规则文件（应当是 <类别>/<名字>.yaml）"),
        Books.load().problems().stream().map(Problem::message).toList());
  }

  @Test
  void versionTellsTheReleaseAndChangesWithTheContent() {
    String one = Books.book("test/a.yaml", Books.rule("test/a", "offer", "[发票]")).version();
    String other = Books.book("test/a.yaml", Books.rule("test/a", "offer", "[税点]")).version();
    assertTrue(one.matches("2026\\.01\\.02-[0-9a-f]{6}"), one);
    assertTrue(!one.equals(other));
  }
}
