package com.replylinter.audit.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an xlsx workbook, sheet by sheet. Rows that the workbook does not store are not there.
 */
final class WorkbookRows implements Rows {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final ReadableWorkbook book;
  private final Ledger ledger;
  private final Iterator<Sheet> sheets;
  private String sheet = "";
  private @Nullable Stream<org.dhatim.fastexcel.reader.Row> stream;
  private @Nullable Iterator<org.dhatim.fastexcel.reader.Row> rows;

  WorkbookRows(Path path, Ledger ledger) throws IOException {
    try {
      this.book = new ReadableWorkbook(path.toFile(), new ReadingOptions(true, false));
    } catch (ExcelReaderException | IllegalArgumentException | IOException e) {
      throw damaged(e);
    }
    this.ledger = ledger;
    this.sheets = book.getSheets().iterator();
  }

  @Override
  public @Nullable Row next() throws IOException {
    try {
      while (rows == null || !rows.hasNext()) {
        if (!sheets.hasNext()) {
          return null;
        }
        open(sheets.next());
      }
      Row row = row(rows.next());
      ledger.line();
      return row;
    } catch (ExcelReaderException
        | UncheckedIOException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      throw damaged(e);
    }
  }

  private void open(Sheet next) throws IOException {
    closeSheet();
    sheet = next.getName();
    stream = next.openStream();
    rows = stream.iterator();
  }

  private Row row(org.dhatim.fastexcel.reader.Row row) {
    List<String> cells = new ArrayList<>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(row.getOptionalCell(i).map(WorkbookRows::text).orElse(""));
    }
    return Row.of(sheet, row.getRowNum(), cells);
  }

  private static String text(Cell cell) {
    String format = cell.getDataFormatString();
    if (cell.getType() == CellType.NUMBER && format != null && isDate(format)) {
      LocalDateTime at = cell.asDate();
      return at.getYear() < 1901 ? TIME.format(at) : DATE_TIME.format(at);
    }
    return cell.getText();
  }

  private static boolean isDate(String format) {
    return format.contains("yy") || format.contains("h:mm") || format.contains("hh");
  }

  private static DamagedFileException damaged(Exception e) {
    return new DamagedFileException(
        Wording.of(
            "表格文件损坏（%s），从这里起读不出来。请用 Excel 或 WPS 打开后另存为 xlsx 再读。",
            "The workbook is damaged (%s) and cannot be read from here on. Open it in Excel or WPS,"
                + " save it as xlsx, and try again.",
            String.valueOf(e.getMessage())),
        e);
  }

  private void closeSheet() {
    if (stream != null) {
      stream.close();
    }
  }

  @Override
  public void close() throws IOException {
    closeSheet();
    book.close();
  }
}
