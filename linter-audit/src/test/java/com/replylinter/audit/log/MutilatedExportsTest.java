package com.replylinter.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.audit.log.Exports.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Copies of every fixture with lines deleted, doubled and cut in the middle of a character: the
 * accounts add up (or they could not be made, see {@link FileAccount}), what they say was handed on
 * was, and nothing fails but by the declared error.
 */
class MutilatedExportsTest {
  private static final int COPIES = 60;

  /** Each byte a character. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> accountsAddUp() throws IOException {
    return Exports.all().stream()
        .map(fixture -> DynamicTest.dynamicTest(Exports.name(fixture), () -> mutilate(fixture)));
  }

  private void mutilate(Path fixture) throws IOException {
    ReadOptions options = Exports.options(fixture);
    Result whole = Exports.read(options, fixture);
    boolean isArchive = Container.isZip(fixture);
    boolean isOfLines = fixture.toString().endsWith("sv") || fixture.toString().endsWith("txt");
    List<Integer> kept = new ArrayList<>();
    for (int seed = 0; seed < COPIES; seed++) {
      Random random = new Random(seed);
      Path copy = directory.resolve(Exports.name(fixture));
      if (fixture.toString().endsWith(".xlsx") && seed % 3 > 0) {
        mutilateRows(fixture, copy, random);
      } else {
        String end = isArchive ? "\n" : lineEnd(whole.account().charset());
        Files.writeString(copy, mutilated(Files.readString(fixture, BYTES), end, random), BYTES);
      }
      try {
        Result read = Exports.read(options, copy);
        assertAccounts(read);
        if (isOfLines) {
          assertEquals(
              lines(copy, read.account().charset()), read.account().lines(), "seed " + seed);
        }
        kept.add(read.said().size());
      } catch (LogFileException e) {
        assertTrue(String.valueOf(e.getMessage()).contains("。"), e.getMessage());
        kept.add(0);
      }
    }
    Collections.sort(kept);
    // Most copies lose hardly anything; but a broken archive may lose all.
    assertTrue(
        isArchive || kept.get(COPIES / 2) >= whole.said().size() * 3 / 4,
        () -> whole.said().size() + " messages, usually kept " + kept.get(COPIES / 2));
  }

  private static void assertAccounts(Result read) {
    long messages = read.accounts().stream().mapToLong(FileAccount::messages).sum();
    long rejected = read.accounts().stream().mapToLong(FileAccount::rejected).sum();
    assertEquals(messages, read.said().size());
    assertEquals(rejected, read.rejects().size());
  }

  /** What ends a line, as bytes. */
  private static String lineEnd(Charset charset) {
    return new String("\n".getBytes(charset), BYTES);
  }

  /** The lines of a text as anybody would count them. */
  private static long lines(Path text, Charset charset) throws IOException {
    return lines(Files.readString(text, BYTES), lineEnd(charset)).size();
  }

  private static List<String> lines(String bytes, String end) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int at = bytes.indexOf(end); at >= 0; at = bytes.indexOf(end, from)) {
      lines.add(bytes.substring(from, at + end.length()));
      from = at + end.length();
    }
    if (from < bytes.length()) {
      lines.add(bytes.substring(from));
    }
    return lines;
  }

  private static String mutilated(String bytes, String end, Random random) {
    List<String> lines = lines(bytes, end);
    for (int wounds = 1 + random.nextInt(5); wounds > 0 && !lines.isEmpty(); wounds--) {
      int victim = random.nextInt(lines.size());
      switch (random.nextInt(3)) {
        case 0 -> lines.remove(victim);
        case 1 -> lines.add(victim, lines.get(victim));
        default -> lines.set(victim, cut(lines.get(victim), end, random));
      }
    }
    return String.join("", lines);
  }

  /**
   * The line without its rest or some bytes of it, from within a Chinese character on if it has
   * one.
   */
  private static String cut(String line, String end, Random random) {
    int length = line.endsWith(end) ? line.length() - end.length() : line.length();
    int[] foreign = IntStream.range(0, length).filter(i -> line.charAt(i) > 0x7F).toArray();
    if (length == 0) {
      return line;
    }
    int from =
        foreign.length == 0 ? random.nextInt(length) : foreign[random.nextInt(foreign.length)];
    int to = random.nextBoolean() ? length : Math.min(length, from + 1 + random.nextInt(4));
    return line.substring(0, from) + line.substring(to);
  }

  private static void mutilateRows(Path fixture, Path copy, Random random) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (WorkbookRows workbook = new WorkbookRows(fixture, Ledger.forNobody())) {
      for (Row row = workbook.next(); row != null; row = workbook.next()) {
        rows.add(row);
      }
    }
    for (int wounds = 1 + random.nextInt(5); wounds > 0; wounds--) {
      int victim = random.nextInt(rows.size());
      Row row = rows.get(victim);
      switch (random.nextInt(3)) {
        case 0 -> rows.remove(victim);
        case 1 -> rows.add(victim, row);
        default -> {
          List<String> cells = new ArrayList<>(row.cells());
          if (!cells.isEmpty()) {
            int cell = random.nextInt(cells.size());
            String text = cells.get(cell);
            cells.set(cell, text.substring(0, random.nextInt(text.length() + 1)));
          }
          rows.set(victim, Row.of(row.sheet(), row.number(), cells));
        }
      }
    }
    write(rows, copy);
  }

  private static void write(List<Row> rows, Path copy) throws IOException {
    try (OutputStream out = Files.newOutputStream(copy);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      String sheet = "";
      Worksheet open = workbook.newWorksheet("空");
      int number = 0;
      for (Row row : rows) {
        if (!row.sheet().equals(sheet)) {
          sheet = row.sheet();
          open = workbook.newWorksheet(sheet);
          number = 0;
        }
        for (int i = 0; i < row.cells().size(); i++) {
          if (!row.cells().get(i).isEmpty()) {
            open.value(number, i, row.cells().get(i));
          }
        }
        number++;
      }
    }
  }
}
