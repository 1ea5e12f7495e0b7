package com.replylinter.phrasebook;

import java.util.List;

/**
 * A part of a phrasebook as a sheet of a workbook shows it.
 *
 * @param name the sheet's name
 * @param header the first row: each column's field, then a blank and what it is called in Chinese
 * @param rows the rows below, those without any text left out
 */
public record Table(String name, List<String> header, List<Row> rows) {
  /** Keeps immutable copies. */
  public Table {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param number counted from 1, the header included
   * @param cells texts from the first column on; an empty one, or one past the end, is an absent
   *     field
   */
  public record Row(int number, List<String> cells) {
    /** Keeps an immutable copy. */
    public Row {
      cells = List.copyOf(cells);
    }

    /** The text of a column, counted from 0. */
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }
}
