package com.replylinter.audit.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table with quick replies in it.
 *
 * @param name the sheet's name; empty where a file has but one table
 * @param rows its cells as texts, from the first row on
 */
public record PhraseSheet(String name, List<List<String>> rows) {
  /** Headings of columns that hold replies. */
  private static final Set<String> HEADINGS =
      Set.of(
          "快捷短语", "短语", "短语内容", "话术", "话术内容", "回复", "回复内容", "自动回复", "自动回复内容", "内容", "常用语", "答案",
          "答复", "文本", "content", "text", "reply", "phrase", "answer", "message");

  /** Keeps immutable copies. */
  public PhraseSheet {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** One reply: its place, counted from 0, and its text. */
  public record Phrase(int row, int column, String text) {}

  /** How many columns its longest row has. */
  public int width() {
    return rows.stream().mapToInt(List::size).max().orElse(0);
  }

  /** Whether its first row has a heading that is known. */
  public boolean hasHeadings() {
    return !rows.isEmpty() && rows.get(0).stream().anyMatch(PhraseSheet::isHeading);
  }

  /**
   * Every reply, row by row: the cells below a known heading, or without one those of the column
   * that has most text.
   */
  public List<Phrase> phrases() {
    List<Phrase> phrases = new ArrayList<>();
    Set<Integer> columns = columns();
    for (int row = hasHeadings() ? 1 : 0; row < rows.size(); row++) {
      for (int column : columns) {
        String text = column < rows.get(row).size() ? rows.get(row).get(column) : "";
        if (!text.isBlank()) {
          phrases.add(new Phrase(row, column, text));
        }
      }
    }
    return phrases;
  }

  private Set<Integer> columns() {
    Set<Integer> columns = new TreeSet<>();
    if (hasHeadings()) {
      for (int i = 0; i < rows.get(0).size(); i++) {
        if (isHeading(rows.get(0).get(i))) {
          columns.add(i);
        }
      }
      return columns;
    }
    long[] lengths = new long[width()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        lengths[i] += row.get(i).length();
      }
    }
    int longest = 0;
    for (int i = 1; i < lengths.length; i++) {
      longest = lengths[i] > lengths[longest] ? i : longest;
    }
    columns.add(longest);
    return columns;
  }

  private static boolean isHeading(String cell) {
    return HEADINGS.contains(cell.strip().toLowerCase(Locale.ROOT));
  }
}
