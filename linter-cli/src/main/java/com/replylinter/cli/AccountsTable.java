package com.replylinter.cli;

import com.replylinter.audit.report.Summary.Account;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of what became of every line read, for a terminal.
 *
 * @param messages in which language
 */
record AccountsTable(Messages messages) {
  private static final int LEFT_COLUMNS = 3;
  private static final String GAP = "  ";

  /** One row a file, and their sum below if there are several; every line ends. */
  String render(List<Account> accounts) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(messages.get("audit.columns").split("\\|", -1)));
    long[] sum = new long[5];
    for (Account each : accounts) {
      long[] counts = {
        each.lines(), each.messages(), each.continuations(), each.noise(), each.rejected()
      };
      for (int i = 0; i < sum.length; i++) {
        sum[i] += counts[i];
      }
      rows.add(row(each.file(), each.layout(), each.charset(), counts));
    }
    if (accounts.size() > 1) {
      rows.add(row(messages.get("audit.sum"), "", "", sum));
    }
    return align(rows);
  }

  private static List<String> row(String file, String layout, String charset, long[] counts) {
    List<String> row = new ArrayList<>(List.of(file, layout, charset));
    for (long count : counts) {
      row.add(String.valueOf(count));
    }
    return row;
  }

  private static String align(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i);
        String space = " ".repeat(widths[i] - DisplayWidth.of(cell));
        line.append(i == 0 ? "" : GAP).append(i < LEFT_COLUMNS ? cell + space : space + cell);
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }
}
