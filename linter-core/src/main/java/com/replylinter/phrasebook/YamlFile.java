package com.replylinter.phrasebook;

import com.replylinter.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Reads YAML; the only class that knows the library. */
final class YamlFile {
  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private final String text;
  private int knownPoint;
  private int knownUnit;

  private YamlFile(String text) {
    this.text = text;
  }

  /** What the file says; empty after reporting a syntax error or an empty file. */
  static Optional<Tree> parse(SourceFile file, List<Problem> problems) {
    try {
      Optional<Node> root = new Compose(SETTINGS).composeString(file.text());
      if (root.isEmpty()) {
        problems.add(Problem.at(file, 0, "文件是空的"));
      }
      return root.map(new YamlFile(file.text())::tree);
    } catch (MarkedYamlEngineException e) {
      int offset = e.getProblemMark().map(new YamlFile(file.text())::offset).orElse(0);
      problems.add(Problem.at(file, offset, "YAML 格式错误：" + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(Problem.at(file, 0, "YAML 格式错误：" + e.getMessage()));
    }
    return Optional.empty();
  }

  private Tree tree(Node node) {
    int at = node.getStartMark().map(this::offset).orElse(0);
    if (node instanceof ScalarNode scalar) {
      return new Tree.Text(at, scalar.getValue());
    }
    if (node instanceof SequenceNode sequence) {
      return new Tree.Items(at, sequence.getValue().stream().map(this::tree).toList());
    }
    List<Tree.Field> fields = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        fields.add(new Tree.Field(tree(entry.getKeyNode()), tree(entry.getValueNode())));
      }
    }
    return new Tree.Fields(at, fields);
  }

  /** Marks count code points; the project counts UTF-16 code units. Most marks go forward. */
  private int offset(Mark mark) {
    if (mark.getIndex() < knownPoint) {
      knownPoint = 0;
      knownUnit = 0;
    }
    while (knownPoint < mark.getIndex() && knownUnit < text.length()) {
      knownUnit += Character.charCount(text.codePointAt(knownUnit));
      knownPoint++;
    }
    return knownUnit;
  }
}
