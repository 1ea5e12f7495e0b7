package com.replylinter.phrasebook;

import com.replylinter.text.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML value that knows its place, so that whatever is wrong with it can be reported there. */
final class YamlNode {
  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private final SourceFile file;
  private final Node node;
  private final List<Problem> problems;

  private YamlNode(SourceFile file, Node node, List<Problem> problems) {
    this.file = file;
    this.node = node;
    this.problems = problems;
  }

  /** The root of a file; empty after reporting a syntax error or an empty file. */
  static Optional<YamlNode> parse(SourceFile file, List<Problem> problems) {
    try {
      Optional<Node> root = new Compose(SETTINGS).composeString(file.text());
      if (root.isEmpty()) {
        problems.add(Problem.at(file, 0, "文件是空的"));
      }
      return root.map(node -> new YamlNode(file, node, problems));
    } catch (MarkedYamlEngineException e) {
      int offset = e.getProblemMark().map(mark -> offset(file, mark)).orElse(0);
      problems.add(Problem.at(file, offset, "YAML 格式错误：" + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(Problem.at(file, 0, "YAML 格式错误：" + e.getMessage()));
    }
    return Optional.empty();
  }

  /** Reports a problem at the start of this value. */
  void problem(String message) {
    problems.add(Problem.at(file, start(), message));
  }

  /** Reports a problem {@code offset} code units into this value's text, past an opening quote. */
  void problemAt(int offset, String message) {
    int start = start();
    boolean quoted = start < file.text().length() && "'\"".indexOf(file.text().charAt(start)) >= 0;
    problems.add(Problem.at(file, start + offset + (quoted ? 1 : 0), message));
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isScalar() {
    return node instanceof ScalarNode;
  }

  /** The text of a scalar; anything else is reported and gives "". */
  String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problem("这里应当是一段文字");
    return "";
  }

  /** The items of a list; a single scalar or mapping counts as a list of one. */
  List<YamlNode> items() {
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(new YamlNode(file, item, problems)));
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
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        YamlNode key = new YamlNode(file, entry.getKeyNode(), problems);
        String name = key.text();
        if (values.putIfAbsent(name, new YamlNode(file, entry.getValueNode(), problems)) != null) {
          key.problem("字段“" + name + "”写了两次");
        }
      }
    } else {
      problem("这里应当是“字段：值”的形式");
    }
    return new Fields(this, values);
  }

  private int start() {
    return node.getStartMark().map(mark -> offset(file, mark)).orElse(0);
  }

  /** Marks count code points; the project counts UTF-16 code units. */
  private static int offset(SourceFile file, Mark mark) {
    String text = file.text();
    int points = Math.min(mark.getIndex(), text.codePointCount(0, text.length()));
    return text.offsetByCodePoints(0, points);
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
