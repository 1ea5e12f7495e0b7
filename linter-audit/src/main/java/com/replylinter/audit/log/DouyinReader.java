package com.replylinter.audit.log;

import java.io.IOException;
import java.util.Set;

/**
 * 抖音 飞鸽: a table whose rows tell 人工客服, 智能客服 and 商家配置 apart, the last two of which are not the
 * agents' words, and whose times may count from the day of the export.
 */
final class DouyinReader implements LogReader {
  private static final Set<String> SOURCES = Set.of("人工客服", "智能客服", "商家配置");

  @Override
  public Likeness likeness(Head head) {
    Likeness table = TableReader.of(head);
    if (table.percent() == 0) {
      return table;
    }
    long found =
        head.rows().stream()
            .filter(row -> row.cells().stream().anyMatch(cell -> SOURCES.contains(cell.strip())))
            .count();
    return found == 0
        ? Likeness.none("是表格，但没有“人工客服”“智能客服”“商家配置”", "a table, but without 人工客服, 智能客服 or 商家配置")
        : new Likeness(
            100, Wording.of("%d 行写明人工客服、智能客服或商家配置", "%d rows say 人工客服, 智能客服 or 商家配置", found));
  }

  @Override
  public void read(LogFile file, Ledger ledger) throws IOException {
    new TableMessages(file, ledger, file.options().exportedOn(), Set.of()).read();
  }
}
