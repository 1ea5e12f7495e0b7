package com.replylinter.phrasebook;

import com.replylinter.text.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A YAML value that knows its place, so that whatever is wrong with it can be reported there. */
final class YamlNode {
  private final SourceFile file;
  private final Tree tree;
  private final List<Problem> problems;

  /** The root of a file. */
  YamlNode(SourceFile file, Tree tree, List<Problem> problems) {
    this.file = file;
    this.tree = tree;
    this.problems = problems;
  }

  /** Reports a problem at the start of this value. */
  void problem(String message) {
    problems.add(Problem.at(file, tree.at(), message));
  }

  /** Reports a problem {@code offset} code units into this value's text, past an opening quote. */
  void problemAt(int offset, String message) {
    int start = tree.at();
    boolean quoted = start < file.text().length() && "'\"".indexOf(file.text().charAt(start)) >= 0;
    problems.add(Problem.at(file, start + offset + (quoted ? 1 : 0), message));
  }

  boolean isMapping() {
    return tree instanceof Tree.Fields;
  }

  boolean isScalar() {
    return tree instanceof Tree.Text;
  }

  /** The text of a scalar; anything else is reported and gives "". */
  String text() {
    if (tree instanceof Tree.Text scalar) {
      return scalar.value();
    }
    problem("这里应当是一段文字");
    return "";
  }

  /** The items of a list; a single scalar or mapping counts as a list of one. */
  List<YamlNode> items() {
    if (tree instanceof Tree.Items sequence) {
      List<YamlNode> items = new ArrayList<>();
      sequence.values().forEach(item -> items.add(new YamlNode(file, item, problems)));
      return items;
    }
    return List.of(this);
  }

  /** The entries of a mapping whose keys must be among {@code allowed}; others are reported. */
  Fields fields(Set<String> allowed) {
    Fields fields = fields();
    fields.values.forEach(
        (key, value) -> {
          if (!allowed.contains(key)) {
            value.problem("不认识的字段“" + key + "”；可以写：" + String.join("、", allowed));
          }
        });
    return fields;
  }

  /** The entries of a mapping; anything else is reported and gives none. */
  Fields fields() {
    Map<String, YamlNode> values = new LinkedHashMap<>();
    if (tree instanceof Tree.Fields mapping) {
      for (Tree.Field entry : mapping.values()) {
        YamlNode key = new YamlNode(file, entry.key(), problems);
        String name = key.text();
        if (values.putIfAbsent(name, new YamlNode(file, entry.value(), problems)) != null) {
          key.problem("字段“" + name + "”写了两次");
        }
      }
    } else {
      problem("这里应当是“字段：值”的形式");
    }
    return new Fields(this, values);
  }

  /** A mapping's entries by key, in file order. */
  static final class Fields {
    private final YamlNode owner;
    private final Map<String, YamlNode> values;

    private Fields(YamlNode owner, Map<String, YamlNode> values) {
      this.owner = owner;
      this.values = values;
    }

    Map<String, YamlNode> all() {
      return values;
    }

    @Nullable YamlNode get(String key) {
      return values.get(key);
    }

    /** The text of a field that must be there. */
    String text(String key) {
      YamlNode value = values.get(key);
      if (value == null) {
        owner.problem("缺少字段“" + key + "”");
        return "";
      }
      return value.text();
    }

    /** The items of a field; none if it is absent. */
    List<YamlNode> items(String key) {
      YamlNode value = values.get(key);
      return value == null ? List.of() : value.items();
    }
  }
}
