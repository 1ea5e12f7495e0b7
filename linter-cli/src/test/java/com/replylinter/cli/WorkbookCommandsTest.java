package com.replylinter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;
import com.replylinter.phrasebook.Table;
import com.replylinter.phrasebook.TableExport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code linter phrasebook export} and {@code import}, through real workbooks. */
class WorkbookCommandsTest {
  private static final Workbooks WORKBOOKS = new Workbooks(Messages.in(Locale.CHINESE));

  @TempDir private Path folder;
  private TestBook book;
  private Path xlsx;

  @BeforeEach
  void writeBook() {
    book = TestBook.in(folder.resolve("book"));
    xlsx = folder.resolve("book.xlsx");
  }

  @Test
  void theWholeBundledPhrasebookComesBack() {
    assertEquals(Exit.CLEAN, Cli.run("phrasebook", "export", xlsx.toString()).exitCode());
    Path fresh = folder.resolve("fresh");
    Cli cli =
        Cli.run(
            "phrasebook", "import", "--write", xlsx.toString(), "--phrasebook", fresh.toString());
    assertEquals(new Cli(Exit.CLEAN, cli.out(), ""), cli);

    PhrasebookSource bundled = PhrasebookSource.bundled();
    Phrasebook before = PhrasebookLoader.load(bundled).phrasebook().orElseThrow();
    Phrasebook after = load(fresh);
    assertEquals(before.rules(), after.rules());
    assertEquals(before.words(), after.words());
    assertEquals(TableExport.of(bundled), TableExport.of(source(fresh)));

    // Its own folder stays as it is, to the letter.
    Cli own = Cli.run("phrasebook", "import", xlsx.toString(), "--phrasebook", "../phrasebook");
    assertEquals(new Cli(Exit.CLEAN, "工作簿没有带来任何改动。\n", ""), own);
  }

  @Test
  void everyCharacterComesBack() throws IOException {
    String strange =
        "\"=1+1 \\t_x000D_ \\r\\n \\\\ \\\" <a>&amp;]]> \\u200B\\uFEFF\\u2028 ❤️ 👨‍👩‍👧 𠮷 'q' \\0 \"";
    book.with(
        "contact/wechat.yaml", TestBook.WECHAT.replace("why: 不得引导买家到平台外联系。", "why: " + strange));
    Phrasebook before = load(book.root());
    Cli.run("phrasebook", "export", xlsx.toString(), "--phrasebook", book.path());
    Path fresh = folder.resolve("fresh");
    Cli.run("phrasebook", "import", "--write", xlsx.toString(), "--phrasebook", fresh.toString());
    assertEquals(before.rules(), load(fresh).rules());
  }

  @Test
  void anImportIsShownAndWrittenOnlyWhenTold() throws IOException {
    book.with("contact/wechat.yaml", "# 谁写的\n" + TestBook.WECHAT);
    export();
    edit(
        cell ->
            cell.equals("引导加微信") ? "引导买家加微信" : cell.equals("claims/best") ? "claims/top" : cell);

    Cli shown = Cli.run("phrasebook", "import", xlsx.toString(), "--phrasebook", book.path());
    assertEquals(Exit.CLEAN, shown.exitCode());
    assertTrue(
        shown
            .out()
            .contains(
                """
                修改：contact/wechat.yaml
                @@ -2,3 +2,3 @@
                 id: contact/wechat
                -title: 引导加微信
                +title: 引导买家加微信
                 severity: block
                """),
        shown.out());
    assertTrue(shown.out().contains("删除：claims/best.yaml\n"), shown.out());
    assertTrue(shown.out().contains("新增：claims/top.yaml\n"), shown.out());
    assertTrue(shown.out().endsWith("会改动 3 个文件。现在什么都没有写入；确认无误后加 --write 再运行一次。\n"));
    assertEquals("引导加微信", load(book.root()).rules().get(1).title());

    Cli written =
        Cli.run("phrasebook", "import", "--write", xlsx.toString(), "--phrasebook", book.path());
    assertEquals(
        shown.out().substring(0, shown.out().lastIndexOf("会改动")),
        written.out().substring(0, written.out().lastIndexOf("改动了")));
    assertEquals(
        "# 谁写的\n" + TestBook.WECHAT.replace("title: 引导加微信", "title: 引导买家加微信"),
        Files.readString(book.root().resolve("contact/wechat.yaml")));
    assertFalse(Files.exists(book.root().resolve("claims/best.yaml")));
    assertEquals(
        List.of("claims/top", "contact/wechat"),
        load(book.root()).rules().stream().map(rule -> rule.id().toString()).toList());
  }

  @Test
  void errorsNameSheetRowAndColumnAndNothingIsWritten() throws IOException {
    export();
    edit(
        cell ->
            switch (cell) {
              case "block" -> "blocked";
              case "{加|＋} … <微信>" -> "{加|＋ … <微信>";
              default -> cell;
            });
    Cli cli =
        Cli.run("phrasebook", "import", "--write", xlsx.toString(), "--phrasebook", book.path());
    assertEquals(
        new Cli(
            Exit.USAGE,
            "",
            """
            工作表“写法”第 3 行 D 列（say）：模式写错了：“{”没有对应的“}”
              {加|＋ … <微信>
            工作表“规则”第 3 行 C 列（severity）：“severity”不能是“blocked”；可以写：remind、warn、block
              blocked
            错误：工作簿有 2 处错误，什么都没有写入。
            """),
        cli);
    assertEquals(TestBook.WECHAT, Files.readString(book.root().resolve("contact/wechat.yaml")));
  }

  @Test
  void readsWhatExcelMakesOfDatesAndNumbers() throws IOException {
    export();
    List<Table> tables = WORKBOOKS.read(xlsx);
    try (OutputStream out = Files.newOutputStream(xlsx);
        Workbook workbook = new Workbook(out, "test", null)) {
      for (Table table : tables) {
        Worksheet sheet = workbook.newWorksheet(table.name());
        for (int column = 0; column < table.header().size(); column++) {
          sheet.value(0, column, table.header().get(column));
        }
        int rowNumber = 1;
        for (Table.Row row : table.rows()) {
          for (int column = 0; column < row.cells().size(); column++) {
            String cell = row.cells().get(column);
            if (cell.equals("12")) {
              sheet.value(rowNumber, column, 9);
            } else if (cell.equals("2013-01-01")) {
              sheet.value(rowNumber, column, LocalDate.of(2014, 2, 3));
              sheet.style(rowNumber, column).format("yyyy/m/d").set();
            } else {
              sheet.value(rowNumber, column, cell);
            }
          }
          rowNumber++;
        }
      }
    }
    Cli cli = Cli.run("phrasebook", "import", xlsx.toString(), "--phrasebook", book.path());
    assertTrue(
        cli.out().contains("+  - {points: 9, basis: 骚扰他人, source: D0, from: 2014-02-03}\n"),
        cli.toString());
  }

  @Test
  void saysWhatIsNoWorkbook() throws IOException {
    assertEquals(
        new Cli(Exit.USAGE, "", "错误：没有这个工作簿：" + xlsx + "\n"),
        Cli.run("phrasebook", "import", xlsx.toString(), "--phrasebook", book.path()));
    Files.writeString(xlsx, "id,title\n");
    Cli text = Cli.run("phrasebook", "import", xlsx.toString(), "--phrasebook", book.path());
    assertEquals(Exit.USAGE, text.exitCode());
    assertTrue(text.err().startsWith("错误：这不是 Excel 工作簿（xlsx）：" + xlsx), text.err());
    assertEquals(
        "错误：请用 --phrasebook 写上话术库目录：工作簿要和它比较。\n",
        Cli.run("phrasebook", "import", xlsx.toString()).err());
  }

  private void export() {
    Cli cli = Cli.run("phrasebook", "export", xlsx.toString(), "--phrasebook", book.path());
    assertEquals(new Cli(Exit.CLEAN, "导出了 2 条规则，写在 " + xlsx + "（共 13 行）。\n", ""), cli);
  }

  private void edit(UnaryOperator<String> edit) throws IOException {
    List<Table> edited =
        WORKBOOKS.read(xlsx).stream()
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
    WORKBOOKS.write(xlsx, edited);
  }

  private static PhrasebookSource source(Path root) {
    try {
      return PhrasebookSource.directory(root);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Phrasebook load(Path root) {
    return PhrasebookLoader.load(source(root)).phrasebook().orElseThrow();
  }
}
