package com.replylinter.phrasebook;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Writes what {@link YamlFile} reads, in the style of the phrasebook. */
final class YamlWriter {
  /** Mappings in a list stand on one line up to this many characters. */
  private static final int WIDTH = 120;

  private static final java.util.regex.Pattern PLAIN =
      java.util.regex.Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ，。！？；：“”（）、～…·/._-]*");

  private final StringBuilder out = new StringBuilder();
  private final NavigableMap<Integer, Integer> places = new TreeMap<>();

  private YamlWriter() {}

  /**
   * A file.
   *
   * @param text what it says
   * @param places for the offset of every value in it, where that value said it came from
   */
  record Written(String text, NavigableMap<Integer, Integer> places) {
    /** Where the value at an offset came from, or the one before it. */
    int place(int offset) {
      Map.Entry<Integer, Integer> place = places.floorEntry(offset);
      return place == null ? 0 : place.getValue();
    }
  }

  /** A file that begins with some comment lines. */
  static Written file(String comments, Tree.Fields root) {
    YamlWriter writer = new YamlWriter();
    writer.out.append(comments);
    root.values().forEach(field -> writer.field("", field));
    return new Written(writer.out.toString(), writer.places);
  }

  /** One field of a file, with its line breaks. */
  static String field(Tree.Field field) {
    YamlWriter writer = new YamlWriter();
    writer.field("", field);
    return writer.out.toString();
  }

  /** A value on one line. */
  static String flow(Tree tree) {
    YamlWriter writer = new YamlWriter();
    writer.flowing(tree);
    return writer.out.toString();
  }

  private void field(String indent, Tree.Field field) {
    out.append(indent);
    flowing(field.key());
    out.append(':');
    Tree value = field.value();
    if (value instanceof Tree.Items items
        && !items.values().isEmpty()
        && !isNamed(field, "over")
        && !isNamed(field, "aliases")) {
      out.append('\n');
      items.values().forEach(item -> item(indent + "  ", item));
    } else if (value instanceof Tree.Fields fields && isNamed(field, "examples")) {
      out.append('\n');
      fields.values().forEach(inner -> field(indent + "  ", inner));
    } else {
      out.append(' ');
      flowing(value);
      out.append('\n');
    }
  }

  private void item(String indent, Tree item) {
    out.append(indent).append("- ");
    places.put(out.length(), item.at());
    if (item instanceof Tree.Fields fields && flow(item).length() > WIDTH) {
      String mark = "";
      for (Tree.Field field : fields.values()) {
        out.append(mark);
        flowing(field.key());
        out.append(": ");
        flowing(field.value());
        out.append('\n');
        mark = indent + "  ";
      }
    } else {
      flowing(item);
      out.append('\n');
    }
  }

  private static boolean isNamed(Tree.Field field, String name) {
    return field.key() instanceof Tree.Text key && key.value().equals(name);
  }

  private void flowing(Tree tree) {
    places.put(out.length(), tree.at());
    if (tree instanceof Tree.Text text) {
      out.append(scalar(text.value()));
    } else if (tree instanceof Tree.Items items) {
      String mark = "[";
      for (Tree item : items.values()) {
        out.append(mark);
        flowing(item);
        mark = ", ";
      }
      out.append(items.values().isEmpty() ? "[]" : "]");
    } else if (tree instanceof Tree.Fields fields) {
      String mark = "{";
      for (Tree.Field field : fields.values()) {
        out.append(mark);
        flowing(field.key());
        out.append(": ");
        flowing(field.value());
        mark = ", ";
      }
      out.append(fields.values().isEmpty() ? "{}" : "}");
    }
  }

  private static String scalar(String text) {
    if (isHidden(text)) {
      return quoted(text);
    }
    return PLAIN.matcher(text).matches() && !text.endsWith(" ")
        ? text
        : "'" + text.replace("'", "''") + "'";
  }

  /** Whether it has characters that cannot be seen, or that a YAML file may not hold. */
  static boolean isHidden(String text) {
    return text.codePoints().anyMatch(YamlWriter::isHidden);
  }

  private static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      case Character.SPACE_SEPARATOR -> codePoint != ' ' && codePoint != '\u3000';
      default -> false;
    };
  }

  /** In double quotes, with everything hidden spelled out. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (ESCAPES.containsKey(c)) {
                quoted.append(ESCAPES.get(c));
              } else if (isHidden(c)) {
                quoted.append(c > 0xFFFF ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }

  private static final Map<Integer, String> ESCAPES =
      Map.of(
          (int) '"',
          "\\\"",
          (int) '\\',
          "\\\\",
          (int) '\n',
          "\\n",
          (int) '\r',
          "\\r",
          (int) '\t',
          "\\t");
}
