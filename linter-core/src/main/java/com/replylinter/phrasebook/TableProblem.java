package com.replylinter.phrasebook;

/**
 * Something wrong with a table of a phrasebook.
 *
 * @param sheet the table's name
 * @param row counted from 1, the header included
 * @param column counted from 1
 * @param field the field that the column holds; empty if it holds none
 * @param message what is wrong and what is allowed, in Chinese
 * @param text what the cell says
 */
public record TableProblem(
    String sheet, int row, int column, String field, String message, String text)
    implements Comparable<TableProblem> {

  /** The column's letters, as spreadsheets name it. */
  public String letters() {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  /** Sheet, row, column and message, then what the cell says. */
  public String render() {
    String named = field.isEmpty() ? "" : "（" + field + "）";
    String place = "工作表“%s”第 %d 行 %s 列%s：%s".formatted(sheet, row, letters(), named, message);
    return text.isEmpty()
        ? place
        : place + System.lineSeparator() + text.strip().indent(2).stripTrailing();
  }

  @Override
  public int compareTo(TableProblem other) {
    int bySheet = sheet.compareTo(other.sheet);
    int byRow = Integer.compare(row, other.row);
    return bySheet != 0 ? bySheet : byRow != 0 ? byRow : Integer.compare(column, other.column);
  }
}
