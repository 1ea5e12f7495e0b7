package com.replylinter.audit.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** What kind of file a log is kept in. */
enum Container {
  TEXT("文本", "text"),
  JSON("JSON", "JSON"),
  HTML("HTML", "HTML"),
  WORKBOOK("xlsx", "xlsx");

  private static final int HEAD = 1 << 12;

  @SuppressWarnings("ImmutableEnumChecker") // a record of strings
  private final Wording title;

  Container(String chinese, String english) {
    this.title = new Wording(chinese, english);
  }

  /** What it is. */
  Wording title() {
    return title;
  }

  /** The kind of a text, by its beginning. */
  static Container ofText(Path path, Charset charset) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(HEAD);
    }
    String start = new String(head, charset).replace(Charsets.BYTE_ORDER_MARK, "").strip();
    if (start.startsWith("{")
        || (start.startsWith("[") && start.substring(1).stripLeading().startsWith("{"))) {
      return JSON;
    }
    String lower = start.toLowerCase(Locale.ROOT);
    boolean isHtml =
        lower.startsWith("<")
            && Stream.of("<!doctype html", "<html", "<body", "<table", "<div", "<meta")
                .anyMatch(lower::contains);
    return isHtml ? HTML : TEXT;
  }

  /** Whether a file begins as zip files do, workbooks among them. */
  static boolean isZip(Path path) throws IOException {
    return startsWith(path, 'P', 'K', 3, 4) || startsWith(path, 'P', 'K', 5, 6);
  }

  /** Whether a zip file is a workbook. */
  static boolean isWorkbook(ZipFile zip) {
    return zip.getEntry("[Content_Types].xml") != null && zip.getEntry("xl/workbook.xml") != null;
  }

  /** Whether a file is a workbook of the old binary kind, or one with a password. */
  static boolean isOldWorkbook(Path path) throws IOException {
    return startsWith(path, 0xD0, 0xCF, 0x11, 0xE0);
  }

  private static boolean startsWith(Path path, int... start) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      for (int b : start) {
        if (in.read() != b) {
          return false;
        }
      }
      return true;
    }
  }
}
