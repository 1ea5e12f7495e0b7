package com.replylinter.audit.log;

import java.util.List;

/**
 * A row of a table.
 *
 * @param sheet the name of its sheet; empty if the file has no sheets
 * @param number the row of its sheet, or the line of its file, counted from 1
 * @param lines the lines of the file it takes; 1 if the file does not consist of lines
 * @param cells its cells
 * @param raw the row as it stands in the file, or its cells with tabs between
 */
record Row(String sheet, long number, int lines, List<String> cells, String raw) {
  /** A row that is not made of lines. */
  static Row of(String sheet, long number, List<String> cells) {
    return new Row(sheet, number, 1, cells, String.join("\t", cells));
  }

  /** A cell without the white space around it; empty if the row is too short. */
  String cell(int index) {
    return index < cells.size() ? cells.get(index).strip() : "";
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  /** Where it is, in Chinese. */
  String place() {
    return sheet.isEmpty() ? "第 %d 行".formatted(number) : "工作表“%s”第 %d 行".formatted(sheet, number);
  }
}
