package com.replylinter.audit.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A column of tables of findings.
 *
 * @param heading what stands above it
 * @param value a text or a number
 */
record Column(String heading, Function<FindingRow, Object> value) {
  private static final Map<String, String> SEVERITIES =
      Map.of("block", "拦截", "warn", "警告", "remind", "提醒");

  /** All columns, from the left. */
  static final List<Column> ALL =
      List.of(
          new Column("级别", row -> severity(row.severity())),
          new Column("问题", FindingRow::title),
          new Column("扣分", row -> row.points() == 0 ? "" : row.points()),
          new Column("客服", FindingRow::agent),
          new Column("买家", FindingRow::buyer),
          new Column(
              "时间", row -> row.at() == null ? "" : row.at().replace('T', ' ').substring(0, 19)),
          new Column("买家上一句", row -> row.asked() == null ? "" : row.asked()),
          new Column("客服原话", FindingRow::text),
          new Column("违规文字", FindingRow::matched),
          new Column("说明", FindingRow::message),
          new Column("建议改写", row -> row.rewritten() == null ? "" : row.rewritten()),
          new Column("原因", FindingRow::why),
          new Column("依据", row -> row.penalty() == null ? "" : row.penalty().basis()),
          new Column("规则编号", FindingRow::rule),
          new Column("会话", FindingRow::conversation),
          new Column("文件", FindingRow::file),
          new Column("行号", FindingRow::line));

  /** All headings. */
  static List<String> headings() {
    return ALL.stream().map(Column::heading).toList();
  }

  /** What supervisors call a severity. */
  static String severity(String label) {
    return SEVERITIES.getOrDefault(label, label);
  }

  /** A text or a number. */
  Object of(FindingRow row) {
    return value.apply(row);
  }

  /**
   * A text as a spreadsheet program may open it: what begins like a formula is made plain text by
   * an apostrophe, for what buyers write must not be run.
   */
  static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
