package com.replylinter.phrasebook;

import com.replylinter.text.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows the rules and word lists of a phrasebook as tables, without loss. */
public final class TableExport {
  private final Map<TableLayout, List<Table.Row>> rows = new LinkedHashMap<>();

  private TableExport() {
    TableLayout.ALL.forEach(layout -> rows.put(layout, new ArrayList<>()));
  }

  /**
   * The tables of a phrasebook. Files that are no YAML are left out; a rule that loads is shown
   * whole.
   */
  public static List<Table> of(PhrasebookSource source) {
    TableExport export = new TableExport();
    for (SourceFile file : source.files()) {
      if (isTabled(file.name())) {
        source
            .parse(file, new ArrayList<>())
            .ifPresent(root -> export.file(file.name(), (Tree.Fields) root));
      }
    }
    return export.rows.entrySet().stream()
        .map(entry -> new Table(entry.getKey().name(), entry.getKey().header(), entry.getValue()))
        .toList();
  }

  /** Whether a file is a rule's or holds word lists. */
  static boolean isTabled(String name) {
    return name.startsWith(PhrasebookLoader.WORDS_FOLDER)
        || (!name.equals(PhrasebookLoader.BOOK_FILE) && !name.startsWith("_"));
  }

  private void file(String name, Tree.Fields root) {
    if (name.startsWith(PhrasebookLoader.WORDS_FOLDER)) {
      root.values().forEach(list -> words(name, list));
    } else {
      rule(fields(root));
    }
  }

  private void words(String file, Tree.Field list) {
    Map<String, Tree> row = new LinkedHashMap<>();
    row.put(TableLayout.FILE, text(file.substring(PhrasebookLoader.WORDS_FOLDER.length())));
    row.put(TableLayout.LIST, list.key());
    List<Tree> entries = items(list.value());
    if (entries.isEmpty()) {
      add(TableLayout.WORDS, row);
    }
    for (Tree entry : entries) {
      row.put(TableLayout.ENTRY, entry);
      add(TableLayout.WORDS, row);
    }
  }

  private void rule(Map<String, Tree> fields) {
    Tree id = fields.getOrDefault(TableLayout.ID, text(""));
    boolean trap =
        fields.get("kind") instanceof Tree.Text kind && kind.value().equals(Rule.Kind.TRAP.label());
    Map<String, Tree> row = new LinkedHashMap<>();
    fields.forEach(
        (key, value) -> {
          if (key.equals("examples")) {
            fields((Tree.Fields) value)
                .forEach((side, examples) -> examples(id, side, trap, examples));
          } else if (TableLayout.ITEM_FIELDS.contains(key)) {
            items(value).forEach(item -> item(id, TableLayout.ofItems(key), "say", item));
          } else if (!isEmpty(value)) {
            row.put(key, value);
          }
        });
    add(TableLayout.RULES, row);
  }

  private void examples(Tree id, String side, boolean trap, Tree examples) {
    for (Tree example : items(examples)) {
      Map<String, Tree> row = new LinkedHashMap<>();
      row.put(TableLayout.RULE, id);
      row.put(TableLayout.SIDE, text(side));
      row.putAll(asFields(trap ? "buyer" : "draft", example));
      add(TableLayout.EXAMPLES, row);
    }
  }

  private void item(Tree id, TableLayout layout, String alone, Tree item) {
    Map<String, Tree> row = new LinkedHashMap<>();
    row.put(TableLayout.RULE, id);
    asFields(alone, item)
        .forEach(
            (key, value) -> {
              if (!isEmpty(value)) {
                row.put(key, value);
              }
            });
    add(layout, row);
  }

  private void add(TableLayout layout, Map<String, Tree> row) {
    String[] cells = new String[layout.columns().size()];
    Arrays.fill(cells, "");
    row.forEach(
        (key, value) -> {
          int column = layout.indexOf(key);
          if (column < 0) {
            throw new IllegalStateException("no column of " + layout.name() + " for " + key);
          }
          cells[column] = CellText.write(layout.columns().get(column).shape(), value);
        });
    List<Table.Row> known = rows.computeIfAbsent(layout, unused -> new ArrayList<>());
    known.add(new Table.Row(known.size() + 2, List.of(cells)));
  }

  /** A mapping's fields; any other value under the one name it stands for. */
  private static Map<String, Tree> asFields(String alone, Tree item) {
    return item instanceof Tree.Fields fields ? fields(fields) : Map.of(alone, item);
  }

  static Map<String, Tree> fields(Tree.Fields mapping) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    for (Tree.Field field : mapping.values()) {
      fields.put(((Tree.Text) field.key()).value(), field.value());
    }
    return fields;
  }

  private static List<Tree> items(Tree value) {
    return value instanceof Tree.Items items ? items.values() : List.of(value);
  }

  private static boolean isEmpty(Tree value) {
    return value instanceof Tree.Items items && items.values().isEmpty();
  }

  private static Tree text(String value) {
    return new Tree.Text(0, value);
  }
}
