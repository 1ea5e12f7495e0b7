package com.replylinter.audit.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The columns of a finding in tables, each with its heading. */
enum Columns {
  SEVERITY("级别", row -> severity(row.severity())),
  TITLE("问题", FindingRow::title),
  POINTS("扣分", row -> row.points() == 0 ? "" : row.points()),
  AGENT("客服", FindingRow::agent),
  BUYER("买家", FindingRow::buyer),
  AT("时间", row -> row.at() == null ? "" : row.at().replace('T', ' ').substring(0, 19)),
  ASKED("买家上一句", row -> row.asked() == null ? "" : row.asked()),
  TEXT("客服原话", FindingRow::text),
  MATCHED("违规文字", FindingRow::matched),
  MESSAGE("说明", FindingRow::message),
  REWRITTEN("建议改写", row -> row.rewritten() == null ? "" : row.rewritten()),
  WHY("原因", FindingRow::why),
  BASIS("依据", row -> row.penalty() == null ? "" : row.penalty().basis()),
  RULE("规则编号", FindingRow::rule),
  CONVERSATION("会话", FindingRow::conversation),
  FILE("文件", FindingRow::file),
  LINE("行号", FindingRow::line);

  private static final Map<String, String> SEVERITIES =
      Map.of("block", "拦截", "warn", "警告", "remind", "提醒");

  private final String heading;
  private final Function<FindingRow, Object> value;

  Columns(String heading, Function<FindingRow, Object> value) {
    this.heading = heading;
    this.value = value;
  }

  /** All headings. */
  static List<String> headings() {
    return List.of(values()).stream().map(each -> each.heading).toList();
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
