package com.replylinter.phrasebook;

import com.replylinter.phrasebook.TableLayout.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the files of a phrasebook say by its tables. The {@code at} of every value in them is the
 * number of the cell that it comes from.
 */
final class TableFiles {
  private static final String FILE_NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]*\\.yaml";

  private final List<TableProblem> problems = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<String, RuleRows> rules = new LinkedHashMap<>();
  private final Map<String, Map<String, Tree.Field>> words = new TreeMap<>();

  /** Reads the tables; what is wrong with their form is among {@link #problems}. */
  TableFiles(List<Table> tables) {
    Map<String, Table> byName = new HashMap<>();
    for (Table table : tables) {
      byName.put(table.name(), table);
      if (TableLayout.ALL.stream().noneMatch(layout -> layout.name().equals(table.name()))) {
        problem(new Place(table.name(), 1, 1, "", ""), "不认识的工作表；可以有：" + names());
      }
    }
    for (TableLayout layout : TableLayout.ALL) {
      Table table = byName.get(layout.name());
      if (table == null) {
        problem(new Place(layout.name(), 1, 1, "", ""), "缺少这张工作表；它可以没有内容，但要有表头");
      } else {
        new Rows(layout, table).read();
      }
    }
  }

  List<TableProblem> problems() {
    return problems;
  }

  /** The file's content by its name. */
  Map<String, Tree.Fields> files() {
    Map<String, Tree.Fields> files = new TreeMap<>();
    rules.forEach((id, rows) -> files.put(id + ".yaml", rows.file()));
    words.forEach(
        (name, lists) ->
            files.put(
                PhrasebookLoader.WORDS_FOLDER + name,
                new Tree.Fields(0, List.copyOf(lists.values()))));
    return files;
  }

  /** A problem with the cell of a number. */
  TableProblem problemAt(int cell, String message) {
    return places.get(cell).problem(message);
  }

  private void problem(Place place, String message) {
    problems.add(place.problem(message));
  }

  private static String names() {
    return String.join("、", TableLayout.ALL.stream().map(TableLayout::name).toList());
  }

  private void row(TableLayout layout, int start, Map<String, Tree> fields) {
    if (layout.equals(TableLayout.WORDS)) {
      word(start, fields);
    } else if (layout.equals(TableLayout.RULES)) {
      String id = text(start, fields, TableLayout.ID);
      if (!id.isEmpty() && rules.putIfAbsent(id, new RuleRows(start, fields)) != null) {
        problem(places.get(at(fields, TableLayout.ID)), "编号“" + id + "”在前面的行里已经有了");
      }
    } else {
      String id = text(start, fields, TableLayout.RULE);
      RuleRows rule = rules.get(id);
      if (rule != null) {
        rule.add(layout, start, fields);
      } else if (!id.isEmpty()) {
        problem(
            places.get(at(fields, TableLayout.RULE)),
            "“" + TableLayout.RULES.name() + "”表里没有编号为“" + id + "”的规则");
      }
    }
  }

  private void word(int start, Map<String, Tree> fields) {
    String file = text(start, fields, TableLayout.FILE);
    String list = text(start, fields, TableLayout.LIST);
    if (!file.matches(FILE_NAME)) {
      if (!file.isEmpty()) {
        problem(places.get(at(fields, TableLayout.FILE)), "文件名要写成 words.yaml 的样子（英文、数字、连字符）");
      }
      return;
    }
    Tree.Field known =
        words
            .computeIfAbsent(file, name -> new LinkedHashMap<>())
            .computeIfAbsent(
                list,
                name ->
                    new Tree.Field(new Tree.Text(start, list), new Tree.Items(start, List.of())));
    Tree entry = fields.get(TableLayout.ENTRY);
    if (entry != null) {
      List<Tree> entries = new ArrayList<>(((Tree.Items) known.value()).values());
      entries.add(entry);
      words.get(file).put(list, new Tree.Field(known.key(), new Tree.Items(start, entries)));
    }
  }

  /** A text that must be there; empty after reporting that it is not. */
  private String text(int start, Map<String, Tree> fields, String key) {
    Tree value = fields.get(key);
    if (value == null) {
      Place row = places.get(start);
      problem(row, "这一行缺少“" + key + "”");
      return "";
    }
    return ((Tree.Text) value).value();
  }

  private static int at(Map<String, Tree> fields, String key) {
    Tree value = fields.get(key);
    return value == null ? 0 : value.at();
  }

  /**
   * A cell.
   *
   * @param field the field that its column holds
   * @param text what it says
   */
  private record Place(String sheet, int row, int column, String field, String text) {
    TableProblem problem(String message) {
      return new TableProblem(sheet, row, column, field, message, text);
    }
  }

  /** Reads the rows of one table. */
  private final class Rows {
    private final TableLayout layout;
    private final Table table;
    private final Map<Integer, Column> columns = new LinkedHashMap<>();

    Rows(TableLayout layout, Table table) {
      this.layout = layout;
      this.table = table;
    }

    void read() {
      int before = problems.size();
      readHeader();
      if (problems.size() == before) {
        table.rows().forEach(this::readRow);
      }
    }

    private void readHeader() {
      for (int i = 0; i < table.header().size(); i++) {
        String written = table.header().get(i).strip();
        int index = layout.indexOf(written.split("\\s", 2)[0]);
        Place place = new Place(layout.name(), 1, i + 1, "", written);
        if (written.isEmpty()) {
          continue;
        }
        if (index < 0) {
          problem(place, "不认识的列；可以有：" + keys(layout.columns()));
        } else if (columns.containsValue(layout.columns().get(index))) {
          problem(place, "这一列写了两次");
        } else {
          columns.put(i, layout.columns().get(index));
        }
      }
      List<Column> missing =
          layout.columns().stream().filter(column -> !columns.containsValue(column)).toList();
      if (!missing.isEmpty()) {
        int next = table.header().size() + 1;
        problem(
            new Place(layout.name(), 1, next, "", ""),
            "缺少列：" + keys(missing) + "；没有内容的列也要有表头，以免误删");
      }
    }

    private void readRow(Table.Row row) {
      int start = places.size();
      Column first = layout.columns().get(0);
      places.add(new Place(layout.name(), row.number(), firstIndex(first) + 1, first.key(), ""));
      Map<String, Tree> fields = new HashMap<>();
      for (int i = 0; i < row.cells().size(); i++) {
        String cell = row.cells().get(i);
        if (cell.isBlank()) {
          continue;
        }
        Column column = columns.get(i);
        String field = column == null ? "" : column.key();
        Place place = new Place(layout.name(), row.number(), i + 1, field, cell);
        if (column == null) {
          problem(place, "这一列没有表头");
          continue;
        }
        List<String> wrong = new ArrayList<>();
        places.add(place);
        CellText.read(column.shape(), cell, places.size() - 1, wrong)
            .ifPresent(value -> fields.put(column.key(), value));
        wrong.forEach(message -> problem(place, message));
      }
      Map<String, Tree> ordered = new LinkedHashMap<>();
      for (Column column : layout.columns()) {
        Tree value = fields.get(column.key());
        if (value != null) {
          ordered.put(column.key(), value);
        }
      }
      if (!ordered.isEmpty()) {
        row(layout, start, ordered);
      }
    }

    private int firstIndex(Column first) {
      return columns.entrySet().stream()
          .filter(entry -> entry.getValue().equals(first))
          .mapToInt(Map.Entry::getKey)
          .findFirst()
          .orElse(0);
    }

    private String keys(Collection<Column> some) {
      return String.join("、", some.stream().map(Column::key).toList());
    }
  }
}
