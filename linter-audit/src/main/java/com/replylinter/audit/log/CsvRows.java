package com.replylinter.audit.log;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV or TSV file. A quote that is never closed costs its own line only: the lines behind
 * it are read again as rows of their own.
 */
final class CsvRows implements Rows {
  /** A row of more lines, or characters, has lost a quote. */
  private static final int MAX_LINES = 200;

  private static final int MAX_CHARS = 1 << 20;

  private final Lines lines;
  private final Ledger ledger;
  private final char separator;
  private final CsvReader.CsvReaderBuilder parser;

  CsvRows(Lines lines, Ledger ledger, char separator) {
    this.lines = lines;
    this.ledger = ledger;
    this.separator = separator;
    this.parser = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(false);
  }

  /** The separator of a file that begins with these lines. */
  static char separator(List<String> head) {
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', '\t', ';', '|'}) {
      long count =
          head.stream()
              .limit(10)
              .mapToLong(line -> line.chars().filter(c -> c == candidate).count())
              .max()
              .orElse(0);
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  @Override
  public @Nullable Row next() throws IOException {
    for (Line first = lines.next(); first != null; first = lines.next()) {
      String damage = first.damage();
      if (damage.isEmpty()) {
        List<Line> taken = new ArrayList<>(List.of(first));
        boolean isOpen = isOpen(first.text(), false);
        int length = first.text().length();
        while (isOpen && taken.size() < MAX_LINES && length < MAX_CHARS) {
          Line more = lines.next();
          if (more == null) {
            break;
          }
          taken.add(more);
          length += more.text().length();
          isOpen = isOpen(more.text(), true);
        }
        String raw = taken.stream().map(Line::text).collect(Collectors.joining("\n"));
        List<String> cells = isOpen ? null : cells(raw);
        if (cells != null) {
          return new Row("", first.number(), taken.size(), cells, raw);
        }
        lines.unread(taken.subList(1, taken.size()));
        damage = "第 %d 行的引号没有配对，或格子里有单独的回车，这一行没有读。请在原表里改好。".formatted(first.number());
      }
      ledger.reject(first.number(), damage, first.text());
    }
    return null;
  }

  /** The cells of one row; null if its quotes are not as they should be. */
  private @Nullable List<String> cells(String raw) {
    if (raw.isEmpty()) {
      return List.of();
    }
    try (CsvReader<CsvRecord> rows = parser.ofCsvRecord(raw)) {
      Iterator<CsvRecord> found = rows.iterator();
      List<String> cells = found.next().getFields();
      return found.hasNext() ? null : cells;
    } catch (CsvParseException | IOException e) {
      return null;
    }
  }

  /** Whether a quoted cell goes on behind the line, if one was open before it or not. */
  private boolean isOpen(String line, boolean wasOpen) {
    boolean isOpen = wasOpen;
    boolean isQuoted = wasOpen;
    boolean isCellStart = !wasOpen;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (isOpen) {
        isOpen = c != '"';
      } else if (c == '"') {
        // Opens a cell, or is the second of a pair within one.
        isOpen = isCellStart || (isQuoted && i > 0 && line.charAt(i - 1) == '"');
        isQuoted |= isOpen;
      }
      isCellStart = !isOpen && c == separator;
      isQuoted &= !isCellStart;
    }
    return isOpen;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
