package com.replylinter.audit.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file to be read, as often as needed. */
final class LogFile {
  private static final int START = 1 << 16;

  private final Path path;
  private final String name;
  private final ReadOptions options;
  private final Charset charset;
  private final Container container;

  private LogFile(
      Path path, String name, ReadOptions options, Charset charset, Container container) {
    this.path = path;
    this.name = name;
    this.options = options;
    this.charset = charset;
    this.container = container;
  }

  /**
   * Looks what kind of file it is.
   *
   * @param path where its bytes are
   * @param name what the user calls it
   * @throws LogFileException if it is of a kind that is not read
   */
  static LogFile open(Path path, String name, ReadOptions options) throws IOException {
    if (Container.isOldWorkbook(path)) {
      throw new LogFileException(
          Wording.of(
              "“%s”是旧版 xls 或带密码的表格，读不了。请用 Excel 或 WPS 打开，去掉密码，另存为 xlsx。",
              "“%s” is an old xls file or a workbook with a password and cannot be read. Open it in"
                  + " Excel or WPS, remove the password and save it as xlsx.",
              name));
    }
    if (Container.isZip(path)) {
      return new LogFile(path, name, options, StandardCharsets.UTF_8, Container.WORKBOOK);
    }
    Charset charset;
    try (InputStream in = Files.newInputStream(path)) {
      Charset told = options.charset();
      charset = told == null ? Charsets.detect(in) : Charsets.ordered(told, in);
    }
    return new LogFile(path, name, options, charset, Container.ofText(path, charset));
  }

  /** What the user calls it. */
  String name() {
    return name;
  }

  /** The last part of its name, without its extension: what it is about. */
  String stem() {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }

  ReadOptions options() {
    return options;
  }

  Charset charset() {
    return charset;
  }

  Container container() {
    return container;
  }

  /** Its bytes. */
  InputStream bytes() throws IOException {
    return Files.newInputStream(path);
  }

  /** Its lines; those of the page's text if it is HTML. */
  Lines lines(Ledger ledger) throws IOException {
    Lines.Source source =
        container == Container.HTML
            ? new HtmlLines(text())
            : new ByteLines(Files.newInputStream(path), charset);
    return new Lines(source, ledger);
  }

  /** Its rows. */
  Rows rows(Ledger ledger) throws IOException {
    return switch (container) {
      case WORKBOOK -> new WorkbookRows(path, ledger);
      case HTML -> new HtmlRows(text(), ledger);
      case TEXT, JSON -> new CsvRows(lines(ledger), ledger, CsvRows.separator(firstLines()));
    };
  }

  /** Its characters. */
  Reader text() throws IOException {
    Reader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(path),
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    reader.mark(1);
    if (reader.read() != Charsets.BYTE_ORDER_MARK.charAt(0)) {
      reader.reset();
    }
    return reader;
  }

  /** Its beginning. */
  Head head() throws IOException {
    Map<Column, String> named = Column.named(options);
    return switch (container) {
      case WORKBOOK -> new Head(name, container, List.of(), firstRows(), "", named);
      case JSON -> {
        String start = start();
        yield new Head(
            name, container, start.lines().limit(Head.LINES).toList(), List.of(), start, named);
      }
      case TEXT -> new Head(name, container, firstLines(), firstRows(), "", named);
      case HTML -> {
        String start = start();
        Lines.Source lines = new HtmlLines(new StringReader(start));
        yield new Head(name, container, first(lines), firstRows(), start, named);
      }
    };
  }

  private String start() throws IOException {
    char[] start = new char[container == Container.HTML ? 16 * START : START];
    try (Reader reader = text()) {
      int length = 0;
      for (int n = 0;
          n >= 0 && length < start.length;
          n = reader.read(start, length, start.length - length)) {
        length += n;
      }
      return new String(start, 0, length);
    }
  }

  private List<String> firstLines() throws IOException {
    return first(new ByteLines(Files.newInputStream(path), charset));
  }

  private static List<String> first(Lines.Source source) throws IOException {
    List<String> first = new ArrayList<>();
    try (source) {
      for (Line line = source.next(); line != null; line = source.next()) {
        first.add(line.text());
        if (first.size() == Head.LINES) {
          break;
        }
      }
    }
    return first;
  }

  private List<Row> firstRows() throws IOException {
    List<Row> first = new ArrayList<>();
    try (Rows rows = rows(Ledger.forNobody())) {
      for (@Nullable Row row = rows.next(); row != null; row = rows.next()) {
        first.add(row);
        if (first.size() == Head.LINES) {
          break;
        }
      }
    }
    return first;
  }
}
