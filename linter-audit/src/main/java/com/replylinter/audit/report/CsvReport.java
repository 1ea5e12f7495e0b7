package com.replylinter.audit.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code findings.csv}: every finding as a row; begins with a byte order mark, as Excel wants it.
 */
final class CsvReport {
  private static final char MARK = '\uFEFF';

  private CsvReport() {}

  static void write(FindingsFile findings, Path to) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(to), StandardCharsets.UTF_8))) {
      out.write(MARK);
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
      csv.writeRecord(Column.headings());
      List<String> cells = new ArrayList<>();
      findings.read(
          row -> {
            cells.clear();
            for (Column column : Column.ALL) {
              Object value = column.of(row);
              cells.add(value instanceof String text ? Column.harmless(text) : value.toString());
            }
            csv.writeRecord(cells);
          });
      csv.flush();
    }
  }
}
