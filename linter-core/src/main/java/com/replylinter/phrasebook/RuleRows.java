package com.replylinter.phrasebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows about one rule, put together to its file. */
final class RuleRows {
  private final int at;
  private final Map<String, Tree> fields;
  private final Map<String, List<Tree>> items = new LinkedHashMap<>();
  private final Map<String, List<Tree>> examples = new LinkedHashMap<>();

  /**
   * A rule without items.
   *
   * @param at the number of its row's first cell
   * @param fields its row
   */
  RuleRows(int at, Map<String, Tree> fields) {
    this.at = at;
    this.fields = fields;
  }

  /** Adds a row of another table. */
  void add(TableLayout layout, int start, Map<String, Tree> row) {
    Map<String, Tree> item = new LinkedHashMap<>(row);
    item.remove(TableLayout.RULE);
    if (layout.equals(TableLayout.EXAMPLES)) {
      Tree side = item.remove(TableLayout.SIDE);
      String name = side instanceof Tree.Text text ? text.value() : "";
      examples
          .computeIfAbsent(name, unused -> new ArrayList<>())
          .add(item(start, isTrap() ? "buyer" : "draft", item));
      return;
    }
    String field =
        TableLayout.ITEM_FIELDS.stream()
            .filter(key -> TableLayout.ofItems(key).equals(layout))
            .findFirst()
            .orElseThrow();
    items
        .computeIfAbsent(field, unused -> new ArrayList<>())
        .add(item(start, layout.equals(TableLayout.MATCH) ? "say" : "", item));
  }

  private boolean isTrap() {
    return fields.get("kind") instanceof Tree.Text kind
        && kind.value().equals(Rule.Kind.TRAP.label());
  }

  /** What has one field of this name and one text stands in files as that text. */
  private static Tree item(int start, String alone, Map<String, Tree> item) {
    return item.keySet().equals(Set.of(alone)) && item.get(alone) instanceof Tree.Text text
        ? text
        : mapping(start, item);
  }

  /** The rule's file. */
  Tree.Fields file() {
    Map<String, Tree> file = new LinkedHashMap<>();
    for (String field : RuleReader.FIELDS_IN_ORDER) {
      Tree value =
          field.equals("examples")
              ? examples()
              : items.containsKey(field) ? new Tree.Items(at, items.get(field)) : fields.get(field);
      if (value != null) {
        file.put(field, value);
      }
    }
    return mapping(at, file);
  }

  private Tree examples() {
    Map<String, Tree> sides = new LinkedHashMap<>();
    for (String side : examples.keySet().stream().sorted().toList()) {
      List<Tree> list = examples.getOrDefault(side, List.of());
      sides.put(side, new Tree.Items(list.get(0).at(), list));
    }
    return mapping(at, sides);
  }

  private static Tree.Fields mapping(int at, Map<String, Tree> fields) {
    return new Tree.Fields(
        at,
        fields.entrySet().stream()
            .map(entry -> new Tree.Field(new Tree.Text(at, entry.getKey()), entry.getValue()))
            .toList());
  }
}
