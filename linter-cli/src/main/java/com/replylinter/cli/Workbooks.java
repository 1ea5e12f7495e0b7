package com.replylinter.cli;

import com.replylinter.phrasebook.Table;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Tables of a phrasebook as Excel workbooks (xlsx), behind a sheet of notes for the reader.
 *
 * @param messages for errors
 */
record Workbooks(Messages messages) {
  /** The sheet that tells how to use the others; not read back. */
  static final String NOTES = "说明";

  /** Excel cuts longer texts. */
  private static final int LONGEST_CELL = 32_767;

  private static final int WIDEST_COLUMN = 60;

  /**
   * Writes a workbook.
   *
   * @throws CliException if Excel could not hold a text
   * @throws IOException if the file cannot be written
   */
  void write(Path file, List<Table> tables) throws IOException {
    tables.forEach(this::checkLengths);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        Workbook workbook = new Workbook(out, "reply-linter", null)) {
      Worksheet notes = workbook.newWorksheet(NOTES);
      List<String> lines = messages.get("workbook.notes").lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        notes.value(i, 0, lines.get(i));
      }
      notes.width(0, 120);
      for (Table table : tables) {
        write(table, workbook.newWorksheet(table.name()));
      }
    }
  }

  private static void write(Table table, Worksheet sheet) {
    int columns = table.header().size();
    for (int column = 0; column < columns; column++) {
      int at = column;
      sheet.value(0, at, table.header().get(at));
      sheet.style(0, at).bold().fillColor("D9E2F3").set();
      int widest =
          Stream.concat(Stream.of(table.header().get(at)), table.rows().stream().map(cell(at)))
              .flatMap(String::lines)
              .mapToInt(DisplayWidth::of)
              .max()
              .orElse(0);
      sheet.width(at, Math.min(widest + 3, WIDEST_COLUMN));
      // Text, so that Excel makes no dates and numbers of what is typed.
      sheet.style(at).format("@").wrapText(true).verticalAlignment("top").set();
    }
    int row = 1;
    for (Table.Row cells : table.rows()) {
      for (int column = 0; column < columns; column++) {
        String cell = cells.cell(column);
        if (!cell.isEmpty()) {
          sheet.value(row, column, cell);
          sheet.style(row, column).format("@").wrapText(true).verticalAlignment("top").set();
        }
      }
      row++;
    }
    sheet.freezePane(1, 1);
    sheet.setAutoFilter(0, 0, Math.max(1, table.rows().size()), columns - 1);
  }

  private static Function<Table.Row, String> cell(int column) {
    return row -> row.cell(column);
  }

  private void checkLengths(Table table) {
    for (Table.Row row : table.rows()) {
      for (int i = 0; i < row.cells().size(); i++) {
        if (row.cells().get(i).length() > LONGEST_CELL) {
          throw new CliException(
              messages.get("workbook.too-long", table.name(), row.cell(0), table.header().get(i)));
        }
      }
    }
  }

  /**
   * Reads a workbook.
   *
   * @throws CliException if there is none
   */
  List<Table> read(Path file) {
    if (!Files.exists(file)) {
      throw new CliException(messages.get("workbook.missing", file));
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, true))) {
      List<Table> tables = new ArrayList<>();
      for (Sheet sheet : workbook.getSheets().toList()) {
        if (!sheet.getName().equals(NOTES)) {
          tables.add(table(sheet));
        }
      }
      return tables;
    } catch (ExcelReaderException | IOException | UncheckedIOException e) {
      throw new CliException(
          messages.get("workbook.unreadable", file, String.valueOf(e.getMessage())));
    }
  }

  private static Table table(Sheet sheet) throws IOException {
    List<String> header = List.of();
    List<Table.Row> rows = new ArrayList<>();
    for (Row row : sheet.read()) {
      List<String> cells = new ArrayList<>();
      for (Cell cell : row) {
        cells.add(cell == null ? "" : text(cell));
      }
      if (row.getRowNum() == 1) {
        header = cells;
      } else if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
        rows.add(new Table.Row(row.getRowNum(), cells));
      }
    }
    return new Table(sheet.getName(), header, rows);
  }

  /** What a cell shows, whatever Excel took it for. */
  private static String text(Cell cell) {
    if (cell.getType() != CellType.NUMBER) {
      return cell.getText();
    }
    String format = String.valueOf(cell.getDataFormatString());
    if (format.matches("(?i).*(yy|d).*")) {
      LocalDateTime date = cell.asDate();
      return date.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? date.toLocalDate().toString()
          : date.toString();
    }
    return cell.asNumber().stripTrailingZeros().toPlainString();
  }
}
