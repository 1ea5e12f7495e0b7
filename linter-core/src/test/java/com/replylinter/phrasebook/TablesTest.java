package com.replylinter.phrasebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Tables of a phrasebook lose nothing, and bring back what was changed in them and no more. */
class TablesTest {
  private static final String EVERY_KEY =
      """
      # What this rule is for.
      id: some/rule
      aliases: [old/name, older/name]
      title: "=标题 \\"引号\\" \\u200B零宽"
      severity: warn
      kind: offer
      status: stable
      message: " 前后有空格 "
      why: "第一行\\n第二行\\r\\n\\t第三行"
      penalties:
        - {points: 6, basis: '依据: 一 # 二', source: D0, from: 2013-01-01, until: 2020-01-01}
        - {basis: 没有分值, source: outside}
      shop: {platform: [tmall, taobao], cod: false}
      from: 2010-01-01
      until: 2030-01-01
      # Not everywhere.
      wordings:
        - {shop: {platform: taobao}, severity: remind, title: 别的, message: '', why: 别的, rewrites: [好的]}
        - {from: 2026-01-01, title: '"'}
      match:
        - '加 … <词>'
        - {say: 甲乙}
        - about: [<词>, '"开头']
          asked: 丙丁
          say: ['-戊', '{己|庚}']
          times: 2
          unless: ['{不|没}']
          unless-anywhere: 辛
          unless-asked: [壬]
          unless-said: [癸]
          own-data: fine
          sure: true
          shop: {presale: true}
          from: 2012-01-01
          until: 2029-01-01
        - notice: 三句无表情
      allowed:
        - {say: [甲, 乙], shop: {custom: true}, from: 2011-01-01, until: 2012-01-01}
      unless: ['子']
      unless-anywhere: ['丑', "'寅'"]
      unless-asked: 卯
      unless-said: [辰]
      own-data: fine
      over: [other/rule]
      commits: {type: arrival, days: <天数>}
      rewrites: [好的, '有 {天数}', 好]
      examples:
        bad:
          - '{{加词}}吧'
          - {talk: [{buyer: 能吗}, {agent: 'x: y'}], draft: '{{加词}}', shop: {itemLinks: [a.com]}, at: 2026-01-01}
        good:
          - {buyer: 能吗, draft: 不能}
          - 🐧 好
      """;

  private static final String OTHER =
      """
      id: other/rule
      title: 陷阱
      severity: remind
      kind: trap
      message: 小心
      why: 小心
      match: 甲乙丙
      rewrites: [好]
      examples:
        bad: [甲乙丙]
        good: [{buyer: 乙}]
      """;

  private static final String WORDS =
      """
      # Words.
      词:      # the words
        - '{词|单词}'
        - '-{词典}'
      # None yet.
      空: []
      一: 单个
      """;

  @Test
  void thereIsAColumnForEveryKey() {
    Set<String> elsewhere = new TreeSet<>(TableLayout.ITEM_FIELDS);
    elsewhere.add("examples");
    Set<String> rule = new TreeSet<>(RuleReader.FIELDS);
    rule.removeAll(elsewhere);
    assertEquals(rule, keys(TableLayout.RULES));
    assertEquals(RuleReader.CLUE_FIELDS, keys(TableLayout.MATCH));
    assertEquals(RuleReader.WORDING_FIELDS, keys(TableLayout.WORDINGS));
    assertEquals(RuleReader.ALLOWANCE_FIELDS, keys(TableLayout.ALLOWED));
    assertEquals(ExampleReader.FIELDS, keys(TableLayout.EXAMPLES));
  }

  @Test
  void whatIsNotChangedStaysToTheLetter() {
    TableImport read = TableImport.of(source(), TableExport.of(source()));
    assertEquals(List.of(), read.tableProblems());
    assertEquals(List.of(), read.changes());
  }

  @Test
  void everyKeyComesBackInAFolderWithoutFiles() {
    TableImport read = TableImport.of(new PhrasebookSource(List.of()), TableExport.of(source()));
    assertEquals(List.of(), read.tableProblems());
    PhrasebookSource back = after(new PhrasebookSource(List.of()), read);

    assertEquals(TableExport.of(source()), TableExport.of(back));
    Phrasebook before = PhrasebookLoader.load(source()).phrasebook().orElseThrow();
    Phrasebook after = PhrasebookLoader.load(back).phrasebook().orElseThrow();
    assertEquals(before.rules(), after.rules());
    assertEquals(before.words(), after.words());
  }

  @Test
  void aChangedFieldIsReplacedAndTheRestKept() {
    List<Table> tables =
        edited(
            TableExport.of(source()),
            cell -> cell.equals("=标题 \"引号\" \u200B零宽") ? cell : cell.equals("子") ? "子\n午" : cell);
    TableImport read = TableImport.of(source(), tables);
    assertEquals(List.of(), read.tableProblems());
    assertEquals(
        List.of(
            new FileChange(
                "some/rule.yaml",
                EVERY_KEY,
                EVERY_KEY.replace("unless: ['子']", "unless:\n  - 子\n  - 午"))),
        read.changes());
  }

  @Test
  void commentsOfAListStayWithTheOthers() {
    TableImport changed =
        TableImport.of(source(), edited(TableExport.of(source()), c -> c.equals("单个") ? "两个" : c));
    assertEquals(
        List.of(new FileChange("_words/words.yaml", WORDS, WORDS.replace("一: 单个", "一:\n  - 两个"))),
        changed.changes());
  }

  @Test
  void whatIsDeletedGoes() {
    List<Table> tables = new ArrayList<>();
    for (Table table : TableExport.of(source())) {
      tables.add(
          new Table(
              table.name(),
              table.header(),
              table.rows().stream()
                  .filter(
                      row ->
                          !row.cells().get(0).equals("other/rule")
                              && !row.cells().get(1).equals("空"))
                  .toList()));
    }
    List<FileChange> changes = TableImport.of(source(), tables).changes();
    assertEquals(
        List.of("_words/words.yaml", "other/rule.yaml"),
        changes.stream().map(FileChange::name).toList());
    assertEquals(WORDS.replace("# None yet.\n空: []\n", ""), changes.get(0).after());
    assertEquals(null, changes.get(1).after());
  }

  @Test
  void problemsNameSheetRowAndColumn() {
    List<Table> tables =
        edited(
            TableExport.of(source()),
            cell ->
                switch (cell) {
                  case "加 … <词>" -> "加 … <词";
                  case "丙丁" -> "<没有的词表>";
                  case "2029-01-01" -> "2029年";
                  default -> cell;
                });
    List<String> shown =
        TableImport.of(source(), tables).tableProblems().stream()
            .map(problem -> problem.render().lines().findFirst().orElseThrow())
            .toList();
    assertEquals(3, shown.size(), shown.toString());
    assertTrue(shown.get(0).startsWith("工作表“写法”第 3 行 D 列（say）：模式写错了"), shown.toString());
    assertEquals("工作表“写法”第 5 行 C 列（asked）：没有名叫“没有的词表”的词表", shown.get(1));
    assertEquals("工作表“写法”第 5 行 O 列（until）：日期要写成 2026-11-22 的样子，不是“2029年”", shown.get(2));
  }

  @Test
  void problemsOfFormAreToldBeforeAnythingIsRead() {
    List<Table> tables = new ArrayList<>(TableExport.of(source()));
    Table words = tables.remove(tables.size() - 1);
    tables.add(new Table("词库", words.header(), words.rows()));
    Table rules = tables.get(0);
    List<String> header = new ArrayList<>(rules.header());
    header.set(1, "tilte 标题");
    tables.set(0, new Table(rules.name(), header, rules.rows()));
    assertEquals(
        List.of(
            "工作表“词库”第 1 行 A 列：不认识的工作表；可以有：规则、写法、例子、处罚、另一种说法、允许、词表",
            "工作表“词表”第 1 行 A 列：缺少这张工作表；它可以没有内容，但要有表头"),
        lines(tables, "词"));
    assertTrue(
        lines(tables, "规则").get(0).startsWith("工作表“规则”第 1 行 B 列：不认识的列；可以有：id、title、"),
        lines(tables, "规则").toString());
    assertEquals("工作表“规则”第 1 行 T 列：缺少列：title；没有内容的列也要有表头，以免误删", lines(tables, "规则").get(1));
    assertEquals("工作表“例子”第 2 行 A 列（rule）：“规则”表里没有编号为“other/rule”的规则", lines(tables, "例子").get(0));
  }

  private static List<String> lines(List<Table> tables, String sheet) {
    return TableImport.of(source(), tables).tableProblems().stream()
        .filter(problem -> problem.sheet().startsWith(sheet))
        .map(problem -> problem.render().lines().findFirst().orElseThrow())
        .toList();
  }

  private static Set<String> keys(TableLayout layout) {
    Set<String> keys =
        new TreeSet<>(layout.columns().stream().map(TableLayout.Column::key).toList());
    keys.remove(TableLayout.RULE);
    keys.remove(TableLayout.SIDE);
    return keys;
  }

  private static PhrasebookSource source() {
    return new PhrasebookSource(
        List.of(
            new SourceFile("phrasebook.yaml", "released: 2026-01-02\n"),
            new SourceFile("_words/words.yaml", WORDS),
            new SourceFile("other/rule.yaml", OTHER),
            new SourceFile("some/rule.yaml", EVERY_KEY)));
  }

  private static PhrasebookSource after(PhrasebookSource before, TableImport read) {
    List<SourceFile> files = new ArrayList<>(before.files());
    for (FileChange change : read.changes()) {
      files.removeIf(file -> file.name().equals(change.name()));
      String text = change.after();
      if (text != null) {
        files.add(new SourceFile(change.name(), text));
      }
    }
    return new PhrasebookSource(files);
  }

  private static List<Table> edited(List<Table> tables, UnaryOperator<String> edit) {
    return tables.stream()
        .map(
            table ->
                new Table(
                    table.name(),
                    table.header(),
                    table.rows().stream()
                        .map(
                            row ->
                                new Table.Row(
                                    row.number(), row.cells().stream().map(edit).toList()))
                        .toList()))
        .toList();
  }
}
