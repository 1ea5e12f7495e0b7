package com.replylinter.audit.log;

import java.util.EnumMap;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table holds what.
 *
 * @param places the index of each column that is there
 * @param width how many columns there are; 0 if that is unknown
 * @param isData whether the row it was made from is data, as the user told all by number
 */
record Header(Map<Column, Integer> places, int width, boolean isData) {
  /** No column is known. */
  static final Wording NO_TITLES = new Wording("没有", "none");

  private static final String NUMBER = "#";

  /** Keeps an immutable copy. */
  Header {
    places = Map.copyOf(places);
  }

  /**
   * What a row says as a header.
   *
   * @param named what the user says about the columns
   */
  static Header of(Row row, Map<Column, String> named) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (Entry<Column, String> entry : named.entrySet()) {
      Integer place = place(row, entry.getValue());
      if (place != null) {
        places.put(entry.getKey(), place);
      }
    }
    Header told = new Header(places, 0, true);
    if (told.isEnough() && named.values().stream().allMatch(value -> value.startsWith(NUMBER))) {
      return told;
    }
    for (int i = 0; i < row.cells().size(); i++) {
      Column column = Column.of(row.cell(i));
      if (column != null && !named.containsKey(column) && !places.containsValue(i)) {
        places.putIfAbsent(column, i);
      }
    }
    return new Header(places, row.cells().size(), false);
  }

  private static @Nullable Integer place(Row row, String header) {
    if (header.startsWith(NUMBER)) {
      String number = header.substring(1).strip();
      return number.matches("[1-9]\\d{0,3}") ? Integer.parseInt(number) - 1 : null;
    }
    for (int i = 0; i < row.cells().size(); i++) {
      if (!header.isEmpty() && row.cell(i).equals(header)) {
        return i;
      }
    }
    return null;
  }

  /** Whether it is known what was said and by whom. */
  boolean isEnough() {
    return has(Column.TEXT)
        && (has(Column.SENDER)
            || has(Column.ROLE)
            || has(Column.FROM_AGENT)
            || (has(Column.BUYER) && has(Column.AGENT)));
  }

  boolean has(Column column) {
    return places.containsKey(column);
  }

  /**
   * What a row has in a column, without white space around it; empty if there is no such column.
   */
  String get(Row row, Column column) {
    Integer place = places.get(column);
    return place == null ? "" : row.cell(place);
  }

  /** The columns that are there, in Chinese. */
  Wording titles() {
    return places.isEmpty()
        ? NO_TITLES
        : Wording.list(places.keySet().stream().sorted().map(Column::title).toList());
  }
}
