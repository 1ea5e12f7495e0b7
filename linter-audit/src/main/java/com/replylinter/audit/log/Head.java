package com.replylinter.audit.log;

import java.util.List;
import java.util.Map;

/**
 * The beginning of a file, by which its layout is told.
 *
 * @param name the file's name
 * @param container the kind of file
 * @param lines its first lines; those of the page's text if it is HTML; none if it is a workbook
 * @param rows its first rows, if it may be a table
 * @param start its first characters, if it is JSON or HTML
 * @param named what the user says about the columns
 */
record Head(
    String name,
    Container container,
    List<String> lines,
    List<Row> rows,
    String start,
    Map<Column, String> named) {
  /** So many lines and rows are looked at. */
  static final int LINES = 200;

  /** The lines that say something. */
  List<String> written() {
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }
}
