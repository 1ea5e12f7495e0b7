package com.replylinter.audit.log;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * 千牛 as a workbook with one row for each customer and the whole talk in one cell: 客户ID, 聊天记录. In
 * the cell each message is a time of day and then {@code sender: words}. A line is a line of the
 * cell; messages and rejects name the row.
 */
final class QianniuTalkCellsReader implements LogReader {
  private static final int MAX_NAME = 40;

  @Override
  public Likeness likeness(Head head) {
    boolean isHeader = head.rows().stream().anyMatch(QianniuTalkCellsReader::isHeader);
    return isHeader
        ? new Likeness(100, new Wording("表头是客户ID和聊天记录", "the header is 客户ID and 聊天记录"))
        : Likeness.none("表头不是客户ID和聊天记录两列", "the header is not 客户ID and 聊天记录");
  }

  private static boolean isHeader(Row row) {
    return row.cell(0).equals("客户ID") && row.cell(1).equals("聊天记录") && row.cells().size() <= 3;
  }

  @Override
  public void read(LogFile file, Ledger ledger) throws IOException {
    try (Rows rows = file.rows(ledger)) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        if (row.isBlank() || isHeader(row)) {
          ledger.noise(1);
        } else if (row.cell(0).isEmpty()) {
          String reason = row.place() + "没有客户ID，没有读。请补上。";
          long number = row.number();
          eachLine(row, ledger, text -> ledger.reject(number, reason, text));
        } else {
          new Cell(file, ledger, row).read();
        }
      }
    }
  }

  /** Hands out the lines of the cell, the first of which the row was counted for. */
  private static void eachLine(Row row, Ledger ledger, Consumer<String> reader) {
    boolean isFirst = true;
    for (String text : row.cell(1).split("\\R", -1)) {
      if (!isFirst) {
        ledger.line();
      }
      isFirst = false;
      reader.accept(text.strip());
    }
  }

  /** The talk in the cell of one row. */
  private static final class Cell {
    private final Ledger ledger;
    private final Row row;
    private final Talk talk;
    private final @Nullable LocalDate day;

    /** The line of a time whose message is still to come. */
    private @Nullable String timeLine;

    Cell(LogFile file, Ledger ledger, Row row) throws LogFileException {
      this.ledger = ledger;
      this.row = row;
      this.talk = new Talk(file, ledger, row.cell(0));
      this.day = file.options().exportedOn();
    }

    void read() {
      eachLine(row, ledger, this::read);
      dropTime();
      talk.end();
    }

    private void read(String text) {
      String time = timeLine;
      if (Times.clock(text) != null) {
        dropTime();
        timeLine = text;
      } else if (time != null && !text.isEmpty()) {
        int colon = endOfSender(text);
        if (colon < 0) {
          reject(text);
        } else {
          talk.begin(
              row.number(),
              text.substring(0, colon),
              null,
              at(time),
              text.substring(colon + 1).strip());
          ledger.continuation(1);
          timeLine = null;
        }
      } else if (Furniture.is(text)) {
        ledger.noise(1);
      } else {
        talk.add(new Line(row.number(), text));
      }
    }

    private @Nullable OffsetDateTime at(String time) {
      LocalTime clock = Times.clock(time);
      return day == null || clock == null ? null : Times.at(day, clock);
    }

    /** A time without a message. */
    private void dropTime() {
      if (timeLine != null) {
        reject(timeLine);
        timeLine = null;
      }
    }

    private void reject(String text) {
      ledger.reject(row.number(), row.place() + "的聊天记录里，有一条找不到“发送人: 内容”，没有读。请检查这个单元格。", text);
    }
  }

  /**
   * Where the colon stands between sender and words. A sender may hold a colon itself, with no
   * space behind it; -1 if there is no sender.
   */
  private static int endOfSender(String text) {
    int spaced = text.indexOf(": ");
    int colon = spaced >= 0 && spaced <= MAX_NAME ? spaced : -1;
    if (colon < 0) {
      String start = text.substring(0, Math.min(text.length(), MAX_NAME));
      colon = Math.max(start.lastIndexOf(':'), start.lastIndexOf('：'));
    }
    return colon > 0 ? colon : -1;
  }
}
