package com.replylinter.audit.log;

import com.replylinter.Turn.Role;
import com.replylinter.audit.LogMessage;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages of tables that hold one in each row, below a header that is mapped by name. */
final class TableMessages {
  /** A header stands in one of so many first rows. */
  private static final int HEADER_ROWS = 10;

  private final LogFile file;
  private final Ledger ledger;
  private final Map<Column, String> named;
  private final Speakers speakers;
  private final Times times;
  private final @Nullable LocalDate day;
  private final Set<String> idleSheets;

  private String sheet = "";
  private @Nullable Header header;
  private final List<Row> above = new ArrayList<>();
  private boolean isHeaderless;

  /**
   * Reads rows into a ledger.
   *
   * @param day the day of times that do not say one; null if unknown
   * @param idleSheets names of sheets that hold no messages
   */
  TableMessages(LogFile file, Ledger ledger, @Nullable LocalDate day, Set<String> idleSheets)
      throws LogFileException {
    this.file = file;
    this.ledger = ledger;
    this.named = Column.named(file.options());
    this.speakers = new Speakers("");
    this.times = new Times(file.options().exportedOn());
    this.day = day;
    this.idleSheets = idleSheets;
  }

  /** The header among the first rows; null if none says enough. */
  static @Nullable Header header(List<Row> rows, Map<Column, String> named) {
    return rows.stream()
        .limit(HEADER_ROWS)
        .map(row -> Header.of(row, named))
        .filter(Header::isEnough)
        .findFirst()
        .orElse(null);
  }

  void read() throws IOException {
    try (Rows rows = file.rows(ledger)) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        if (!row.sheet().equals(sheet)) {
          endSheet();
          sheet = row.sheet();
        }
        read(row);
      }
    }
    endSheet();
  }

  private void read(Row row) throws LogFileException {
    if (row.isBlank() || idleSheets.contains(row.sheet())) {
      ledger.noise(row.lines());
    } else if (header != null) {
      message(row, header);
    } else if (isHeaderless) {
      ledger.reject(row, headerless(row));
    } else {
      seekHeader(row);
    }
  }

  private void seekHeader(Row row) throws LogFileException {
    Header found = Header.of(row, named);
    if (found.isEnough()) {
      header = found;
      above.forEach(title -> ledger.noise(title.lines()));
      above.clear();
      if (found.isData()) {
        message(row, found);
      } else {
        ledger.noise(row.lines());
      }
    } else {
      above.add(row);
      if (above.size() == HEADER_ROWS) {
        giveUp();
      }
    }
  }

  private void giveUp() {
    above.forEach(row -> ledger.reject(row, headerless(row)));
    above.clear();
    isHeaderless = true;
  }

  private static String headerless(Row row) {
    return "%s上面没有能认出的表头（至少要有消息内容和发送方），没有读。请用 --columns 指明各列。".formatted(row.place());
  }

  private void endSheet() {
    if (header == null) {
      giveUp();
    }
    header = null;
    isHeaderless = false;
  }

  private void message(Row row, Header columns) throws LogFileException {
    if (Line.isGarbled(row.raw())) {
      ledger.reject(row, row.place() + "有许多字节解不出文字，多半是编码不对或文件损坏。请用 --charset 指定编码，或重新导出。");
      return;
    }
    if (columns.width() > 0 && row.cells().size() > columns.width()) {
      ledger.reject(
          row,
          "%s有 %d 列，表头只有 %d 列，没有读。请检查这一行是否多了分隔符或少了引号。"
              .formatted(row.place(), row.cells().size(), columns.width()));
      return;
    }
    Role role = role(row, columns);
    if (role == null) {
      ledger.reject(row, row.place() + "看不出是谁说的（发送方、角色都没有，或不认得），没有读。请补上，或用 --columns 指明发送方。");
      return;
    }
    String when = columns.get(row, Column.TIME);
    OffsetDateTime at = at(when, columns.get(row, Column.DATE));
    if (at == null && !when.isEmpty() && (Times.clock(when) == null)) {
      ledger.reject(
          row,
          "%s的时间“%s”看不懂，没有读。应形如 2025-09-19 17:24:05；不需要时间时可写 --columns 时间= 。"
              .formatted(row.place(), when));
      return;
    }
    String words = columns.get(row, Column.TEXT);
    boolean isPlaceholder =
        Placeholders.is(words) || Placeholders.isType(columns.get(row, Column.TYPE));
    ledger.message(
        conversation(row, columns),
        new LogMessage(row.number(), role, sender(row, columns, role), words, at, isPlaceholder));
    ledger.continuation(row.lines() - 1L);
  }

  private @Nullable OffsetDateTime at(String when, String date) throws LogFileException {
    LocalTime clock = Times.clock(when);
    LocalDate known = date.isEmpty() ? day : Times.date(date);
    if (clock != null) {
      return known == null ? null : Times.at(known, clock);
    }
    return times.parse(when.isEmpty() ? date : when);
  }

  private @Nullable Role role(Row row, Header columns) {
    if (Speakers.word(columns.get(row, Column.TYPE)) == Role.SYSTEM) {
      return Role.SYSTEM;
    }
    String sender = columns.get(row, Column.SENDER);
    String agent = columns.get(row, Column.AGENT);
    String buyer = buyer(row, columns);
    for (String label : List.of(columns.get(row, Column.ROLE), sender)) {
      Role role = Speakers.word(label);
      if (role != null) {
        return role == Role.AGENT ? agentOrBot(sender.equals(label) ? agent : sender) : role;
      }
    }
    switch (columns.get(row, Column.FROM_AGENT)) {
      case "1", "true", "TRUE", "是" -> {
        return agentOrBot(sender.isEmpty() ? agent : sender);
      }
      case "0", "false", "FALSE", "否" -> {
        return Role.BUYER;
      }
      default -> {}
    }
    if (!sender.isEmpty()) {
      return sender.equals(buyer)
          ? Role.BUYER
          : sender.equals(agent) ? agentOrBot(agent) : speakers.of(sender);
    }
    if (agent.isEmpty() == buyer.isEmpty()) {
      return null;
    }
    return buyer.isEmpty() ? agentOrBot(agent) : Role.BUYER;
  }

  private static Role agentOrBot(String name) {
    return Speakers.isBot(name) ? Role.BOT : Role.AGENT;
  }

  private static String sender(Row row, Header columns, Role role) {
    String sender = columns.get(row, Column.SENDER);
    if (!sender.isEmpty() && Speakers.word(sender) == null) {
      return Speakers.name(sender);
    }
    return switch (role) {
      case BUYER -> buyer(row, columns);
      case AGENT, BOT -> columns.get(row, Column.AGENT);
      case SYSTEM -> "";
    };
  }

  /** The buyer's name; a cell that tells more of him has it in its first line. */
  private static String buyer(Row row, Header columns) {
    String cell = columns.get(row, Column.BUYER);
    int end = cell.indexOf('\n');
    return (end < 0 ? cell : cell.substring(0, end)).strip();
  }

  private String conversation(Row row, Header columns) {
    String id = columns.get(row, Column.CONVERSATION);
    String buyer = buyer(row, columns);
    return !id.isEmpty()
        ? id
        : !buyer.isEmpty() ? buyer : row.sheet().isEmpty() ? file.stem() : row.sheet();
  }
}
