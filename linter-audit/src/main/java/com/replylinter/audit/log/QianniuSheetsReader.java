package com.replylinter.audit.log;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 千牛 as a workbook with a sheet for each customer: 客户名, 消息序号, 发送时间, 发送内容, 发送账号, 账号类型. The times
 * have no day; it is the day of the export, as the user or else the file's name says.
 */
final class QianniuSheetsReader implements LogReader {
  private static final String SUMMARY = "导出汇总";
  private static final List<String> HEADER = List.of("消息序号", "发送时间", "发送内容", "发送账号", "账号类型");
  private static final Pattern DAY = Pattern.compile("_(\\d{4}-\\d{2}-\\d{2})(?:_|$)");

  @Override
  public Likeness likeness(Head head) {
    long found =
        head.rows().stream()
            .filter(row -> !row.sheet().equals(SUMMARY))
            .mapToLong(QianniuSheetsReader::found)
            .max()
            .orElse(0);
    return new Likeness(
        found >= HEADER.size() - 1 ? 100 : 0,
        Wording.of(
            "表头 %d 列里认出 %d 列（消息序号、账号类型…）",
            "of the header's %d columns %d are known (消息序号, 账号类型 …)", HEADER.size(), found));
  }

  private static long found(Row row) {
    return HEADER.stream()
        .filter(h -> row.cells().stream().anyMatch(c -> c.strip().startsWith(h)))
        .count();
  }

  @Override
  public void read(LogFile file, Ledger ledger) throws IOException {
    new TableMessages(file, ledger, day(file), Set.of(SUMMARY)).read();
  }

  private static @Nullable LocalDate day(LogFile file) {
    LocalDate told = file.options().exportedOn();
    Matcher day = DAY.matcher(file.stem());
    return told == null && day.find() ? Times.date(day.group(1)) : told;
  }
}
