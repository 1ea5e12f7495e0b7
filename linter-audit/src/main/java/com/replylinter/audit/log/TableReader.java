package com.replylinter.audit.log;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Tables of any origin with one message in each row: CSV, TSV, xlsx, tables of HTML pages. */
final class TableReader implements LogReader {
  private static final int MOST = 90;

  @Override
  public Likeness likeness(Head head) {
    return of(head);
  }

  /** How much a file looks like a table of messages. */
  static Likeness of(Head head) {
    List<Row> rows = head.rows();
    if (rows.isEmpty()) {
      return Likeness.none("没有表格", "has no table");
    }
    Header header = TableMessages.header(rows, head.named());
    if (header != null) {
      int columns = header.places().size();
      return new Likeness(
          Math.min(MOST, 40 + 10 * columns),
          Wording.of("认出的列：%s", "columns known: %s", header.titles()));
    }
    Wording best =
        rows.stream()
            .limit(10)
            .map(row -> Header.of(row, head.named()))
            .max((a, b) -> Integer.compare(a.places().size(), b.places().size()))
            .map(Header::titles)
            .orElse(Header.NO_TITLES);
    return new Likeness(
        0,
        Wording.of(
            "前几行里认出的列：%s；至少要有消息内容，和发送方、角色或买家加客服",
            "columns known in the first rows: %s; it takes text, and sender, role or buyer with agent",
            best));
  }

  @Override
  public void read(LogFile file, Ledger ledger) throws IOException {
    new TableMessages(file, ledger, null, Set.of()).read();
  }
}
