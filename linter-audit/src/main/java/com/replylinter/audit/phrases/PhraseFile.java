package com.replylinter.audit.phrases;

import com.replylinter.audit.phrases.PhraseSheet.Phrase;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of quick replies and writes them with remarks beside: workbooks (.xlsx), tables
 * (.csv, .tsv) and lists of one reply a line (anything else).
 */
public final class PhraseFile {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final char MARK = '\uFEFF';
  private static final List<String> HEADINGS = List.of("检查结果", "建议改写");

  private PhraseFile() {}

  /**
   * What stands beside a reply.
   *
   * @param verdict what is wrong, or that nothing is
   * @param rewritten what to send instead; empty if nothing
   */
  public record Remark(String verdict, String rewritten) {}

  /** The place of a reply: its sheet and itself. */
  public record Place(int sheet, Phrase phrase) {}

  /**
   * Reads a file.
   *
   * @param charset its encoding, if it is text; null for what it seems to be: UTF-8, UTF-16 with a
   *     byte order mark, or else GB18030
   * @throws IOException if it cannot be read
   */
  public static List<PhraseSheet> read(Path file, @Nullable Charset charset) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".xlsx")) {
      return readWorkbook(file);
    }
    String text = decode(Files.readAllBytes(file), charset);
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      return List.of(readTable(text, name.endsWith(".tsv") ? '\t' : ','));
    }
    return List.of(new PhraseSheet("", text.lines().map(List::of).toList()));
  }

  private static List<PhraseSheet> readWorkbook(Path file) throws IOException {
    List<PhraseSheet> sheets = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook book = new ReadableWorkbook(in)) {
      for (Sheet sheet : book.getSheets().toList()) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet.read()) {
          while (rows.size() < row.getRowNum() - 1) {
            rows.add(List.of()); // rows without cells are left out of the file
          }
          List<String> cells = new ArrayList<>();
          for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null || cell.getText() == null ? "" : cell.getText());
          }
          rows.add(cells);
        }
        sheets.add(new PhraseSheet(sheet.getName(), rows));
      }
    }
    return sheets;
  }

  private static PhraseSheet readTable(String text, char separator) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      csv.forEach(row -> rows.add(row.getFields()));
    }
    return new PhraseSheet("", rows);
  }

  private static String decode(byte[] bytes, @Nullable Charset charset) {
    Charset wanted = charset == null ? guess(bytes) : charset;
    String text = new String(bytes, wanted);
    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }

  private static Charset guess(byte[] bytes) {
    if (bytes.length >= 2) {
      int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
      if (mark == 0xFEFF || mark == 0xFFFE) {
        return StandardCharsets.UTF_16;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return GB18030;
    }
  }

  /**
   * Writes everything that was read, and the remarks in two columns beside. The format is that of
   * the name's ending; cells are written as texts without their looks.
   *
   * @param to the new file
   * @throws IOException if it cannot be written
   */
  public static void write(List<PhraseSheet> sheets, Map<Place, Remark> remarks, Path to)
      throws IOException {
    String name = to.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".xlsx")) {
      writeWorkbook(sheets, remarks, to);
      return;
    }
    boolean commas = name.endsWith(".csv");
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(to), StandardCharsets.UTF_8))) {
      out.write(commas ? String.valueOf(MARK) : "");
      CsvWriter csv =
          CsvWriter.builder()
              .fieldSeparator(commas ? ',' : '\t')
              .lineDelimiter(commas ? LineDelimiter.CRLF : LineDelimiter.LF)
              .build(out);
      for (int i = 0; i < sheets.size(); i++) {
        for (List<String> row : remarked(sheets.get(i), i, remarks)) {
          csv.writeRecord(row);
        }
      }
      csv.flush();
    }
  }

  private static void writeWorkbook(List<PhraseSheet> sheets, Map<Place, Remark> remarks, Path to)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to));
        Workbook book = new Workbook(out, "Reply Linter", "1.0")) {
      for (int i = 0; i < sheets.size(); i++) {
        Worksheet sheet =
            book.newWorksheet(sheets.get(i).name().isEmpty() ? "话术" : sheets.get(i).name());
        List<List<String>> rows = remarked(sheets.get(i), i, remarks);
        for (int row = 0; row < rows.size(); row++) {
          for (int column = 0; column < rows.get(row).size(); column++) {
            sheet.inlineString(row, column, rows.get(row).get(column));
          }
        }
        sheet.finish();
      }
    }
  }

  /** The rows with what is remarked of the replies in each. */
  private static List<List<String>> remarked(
      PhraseSheet sheet, int number, Map<Place, Remark> remarks) {
    int width = sheet.width();
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : sheet.rows()) {
      List<String> padded = new ArrayList<>(row);
      while (padded.size() < width + HEADINGS.size()) {
        padded.add("");
      }
      rows.add(padded);
    }
    if (sheet.hasHeadings()) {
      rows.get(0).set(width, HEADINGS.get(0));
      rows.get(0).set(width + 1, HEADINGS.get(1));
    }
    for (Phrase phrase : sheet.phrases()) {
      Remark remark = remarks.get(new Place(number, phrase));
      if (remark != null) {
        List<String> row = rows.get(phrase.row());
        append(row, width, remark.verdict());
        append(row, width + 1, remark.rewritten());
      }
    }
    return rows;
  }

  /** Of several replies in a row the remarks stand one below the other. */
  private static void append(List<String> row, int column, String text) {
    String before = row.get(column);
    row.set(column, before.isEmpty() || text.isEmpty() ? before + text : before + "\n" + text);
  }
}
