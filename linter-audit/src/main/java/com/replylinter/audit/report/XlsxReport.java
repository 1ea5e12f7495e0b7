package com.replylinter.audit.report;

import com.replylinter.audit.report.Summary.Canned;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * {@code findings.xlsx}: a sheet each for the figures, agents, rules, quick replies and findings.
 */
final class XlsxReport {
  /** As many rows as a sheet can have; what comes after is in the other files. */
  private static final int MOST_ROWS = 1_048_576;

  private static final int FLUSHED = 500;
  private static final int LONGEST_CELL = 32_000;
  private static final double[] WIDTHS = {
    6, 24, 6, 22, 10, 19, 36, 50, 20, 40, 50, 40, 30, 26, 16, 30, 8
  };
  private static final List<Object> COUNTED =
      List.of("检查的消息", "有问题的消息", "拦截", "警告", "提醒", "最多可能扣分");

  private XlsxReport() {}

  static void write(FindingsFile findings, Summary summary, Path to) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to));
        Workbook book = new Workbook(out, "Reply Linter", "1.0")) {
      writeOverview(book, summary);
      writeAgents(book, summary);
      writeRules(book, summary);
      writeCanned(book, summary);
      writeFindings(book, findings);
    }
  }

  private static void writeOverview(Workbook book, Summary summary) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    Count total = summary.total();
    rows.add(List.of("是否查完", summary.complete() ? "是" : "否：只含已查的部分"));
    rows.add(List.of("话术库", summary.settings().phrasebook()));
    rows.add(List.of("会话", summary.conversations()));
    rows.add(List.of("消息", summary.messages()));
    for (int i = 0; i < COUNTED.size(); i++) {
      rows.add(List.of(COUNTED.get(i), counts(total).get(i)));
    }
    writeSheet(book, "概况", List.of("项目", "数值"), rows, 24, 30);
  }

  private static void writeAgents(Workbook book, Summary summary) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    for (Summary.AgentCount each : summary.agents()) {
      rows.add(row(List.of(each.agent(), each.perThousand()), each.count()));
    }
    writeSheet(book, "客服", headings("客服", "每1000条的问题数"), rows, 28, 18);
  }

  private static void writeRules(Workbook book, Summary summary) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    for (Summary.RuleCount each : summary.rules()) {
      List<Object> row = row(List.of(each.title(), each.rule()), each.count());
      row.remove(2); // no message is judged by one rule alone
      rows.add(row);
    }
    List<Object> headings = headings("规则", "规则编号");
    headings.remove(2);
    writeSheet(book, "规则", headings, rows, 36, 32);
  }

  private static void writeCanned(Workbook book, Summary summary) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    for (Canned each : summary.canned()) {
      rows.add(
          List.of(
              each.count().findings(),
              each.sent(),
              each.count().points(),
              each.text(),
              each.rewritten() == null ? "" : each.rewritten(),
              String.join("、", each.rules()),
              String.join("、", each.agents())));
    }
    writeSheet(
        book,
        "反复发送的话术",
        List.of("问题数", "发送次数", "最多可能扣分", "话术", "建议改写", "规则编号", "谁在用"),
        rows,
        8,
        10,
        12,
        60,
        60,
        40,
        40);
  }

  private static void writeFindings(Workbook book, FindingsFile findings) throws IOException {
    Worksheet sheet = book.newWorksheet("问题清单");
    begin(sheet, List.copyOf(Column.headings()), WIDTHS);
    int[] next = {1};
    findings.read(
        finding -> {
          if (next[0] < MOST_ROWS) {
            List<Object> cells = new ArrayList<>();
            for (Column column : Column.ALL) {
              cells.add(column.of(finding));
            }
            write(sheet, next[0]++, cells);
            if (next[0] % FLUSHED == 0) {
              sheet.flush();
            }
          }
        });
    sheet.finish();
  }

  private static void writeSheet(
      Workbook book,
      String name,
      List<?> headings,
      List<? extends List<Object>> rows,
      double... widths)
      throws IOException {
    Worksheet sheet = book.newWorksheet(name);
    begin(sheet, headings, widths);
    for (int i = 0; i < rows.size(); i++) {
      write(sheet, i + 1, rows.get(i));
    }
    sheet.finish();
  }

  private static void begin(Worksheet sheet, List<?> headings, double... widths) {
    for (int i = 0; i < widths.length; i++) {
      sheet.width(i, widths[i]);
    }
    write(sheet, 0, headings);
    sheet.range(0, 0, 0, headings.size() - 1).style().bold().fillColor("E2F2EE").set();
    sheet.freezePane(0, 1);
  }

  /** A text is never a formula here; written inline, it is not kept in memory either. */
  private static void write(Worksheet sheet, int row, List<?> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) instanceof Number number) {
        sheet.value(row, i, number);
      } else {
        String text = cells.get(i).toString();
        sheet.inlineString(
            row, i, text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL));
      }
    }
  }

  private static List<Object> headings(String... first) {
    List<Object> headings = new ArrayList<>(List.of(first));
    headings.addAll(COUNTED);
    return headings;
  }

  private static List<Object> row(List<Object> first, Count count) {
    List<Object> row = new ArrayList<>(first);
    row.addAll(counts(count));
    return row;
  }

  private static List<Object> counts(Count count) {
    return List.of(
        count.judged(),
        count.flagged(),
        count.block(),
        count.warn(),
        count.remind(),
        count.points());
  }
}
