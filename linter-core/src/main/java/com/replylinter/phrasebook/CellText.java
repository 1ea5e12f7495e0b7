package com.replylinter.phrasebook;

import com.replylinter.phrasebook.TableLayout.Shape;
import com.replylinter.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a cell and the value it stands for. A text that a cell cannot show as it is (an empty
 * one, one with blanks around it, line breaks or invisible characters, or one that begins with a
 * double quote) stands there in double quotes, as YAML writes it.
 */
final class CellText {
  private CellText() {}

  /** The cell's text for a value; {@link #read} gives the same value back. */
  static String write(Shape shape, Tree value) {
    if (shape == Shape.YAML) {
      return YamlWriter.flow(value);
    }
    if (value instanceof Tree.Items items && shape == Shape.TEXTS) {
      return String.join("\n", items.values().stream().map(CellText::line).toList());
    }
    return line(value);
  }

  /**
   * The value of a cell that is not empty, every part of it marked with {@code at}; empty after
   * reporting what is wrong.
   */
  static Optional<Tree> read(Shape shape, String cell, int at, List<String> problems) {
    switch (shape) {
      case TEXT -> {
        return text(cell, at, problems);
      }
      case TEXTS -> {
        List<Tree> items = new ArrayList<>();
        for (String line : cell.lines().toList()) {
          if (!line.isBlank()) {
            text(line.strip(), at, problems).ifPresent(items::add);
          }
        }
        return Optional.of(items.size() == 1 ? items.get(0) : new Tree.Items(at, items));
      }
      case YAML -> {
        return parse(cell, problems).map(tree -> marked(tree, at));
      }
    }
    throw new IllegalStateException(shape.name());
  }

  private static String line(Tree value) {
    if (!(value instanceof Tree.Text text)) {
      throw new IllegalStateException("a list or mapping where a text belongs");
    }
    String plain = text.value();
    return plain.isEmpty()
            || plain.startsWith("\"")
            || !plain.equals(plain.strip())
            || YamlWriter.isHidden(plain)
        ? YamlWriter.quoted(plain)
        : plain;
  }

  private static Optional<Tree> text(String written, int at, List<String> problems) {
    if (!written.startsWith("\"")) {
      return Optional.of(new Tree.Text(at, written));
    }
    Optional<Tree> parsed = parse(written, problems);
    if (parsed.isPresent() && !(parsed.get() instanceof Tree.Text)) {
      problems.add("双引号开头的内容要以双引号结尾");
      return Optional.empty();
    }
    return parsed.map(tree -> marked(tree, at));
  }

  private static Optional<Tree> parse(String written, List<String> problems) {
    List<Problem> found = new ArrayList<>();
    Optional<Tree> tree = YamlFile.parse(new SourceFile("", written), found);
    found.forEach(problem -> problems.add(problem.message()));
    return tree;
  }

  private static Tree marked(Tree tree, int at) {
    if (tree instanceof Tree.Text text) {
      return new Tree.Text(at, text.value());
    }
    if (tree instanceof Tree.Items items) {
      return new Tree.Items(at, items.values().stream().map(item -> marked(item, at)).toList());
    }
    return new Tree.Fields(
        at,
        ((Tree.Fields) tree)
            .values().stream()
                .map(field -> new Tree.Field(marked(field.key(), at), marked(field.value(), at)))
                .toList());
  }
}
