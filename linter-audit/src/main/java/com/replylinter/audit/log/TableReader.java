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
      return Likeness.none("没有表格");
    }
    Header header = TableMessages.header(rows, head.named());
    if (header != null) {
      int columns = header.places().size();
      return new Likeness(Math.min(MOST, 40 + 10 * columns), "认出的列：" + header.titles());
    }
    String best =
        rows.stream()
            .limit(10)
            .map(row -> Header.of(row, head.named()))
            .max((a, b) -> Integer.compare(a.places().size(), b.places().size()))
            .map(Header::titles)
            .orElse("没有");
    return Likeness.none("前几行里认出的列：" + best + "；至少要有消息内容，和发送方、角色或买家加客服");
  }

  @Override
  public void read(LogFile file, Ledger ledger) throws IOException {
    new TableMessages(file, ledger, null, Set.of()).read();
  }
}
