package com.replylinter.phrasebook;

import com.replylinter.text.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces single fields of a file and leaves everything else in it, comments included, as it was.
 */
final class YamlPatch {
  private final List<String> keys = new ArrayList<>();
  private final Map<String, String> blocks = new HashMap<>();
  private String head = "";

  private YamlPatch() {}

  /**
   * The file's text with some fields changed.
   *
   * @param file one that is valid YAML, with a mapping in block style
   * @param changes the new text of fields by their names; empty for those to remove
   * @param order where a new field belongs: behind the last field before it in this order; fields
   *     that are not in it come last
   */
  static String apply(SourceFile file, Map<String, Optional<String>> changes, List<String> order) {
    YamlPatch patch = new YamlPatch();
    patch.split(file);
    changes.forEach((key, text) -> patch.change(key, text, order));
    StringBuilder out = new StringBuilder(patch.head);
    for (String key : patch.keys) {
      if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
        out.append('\n');
      }
      out.append(patch.blocks.get(key));
    }
    return out.toString();
  }

  /** The comment lines that a file begins with. */
  static String comments(String text) {
    StringBuilder comments = new StringBuilder();
    for (String line : text.lines().takeWhile(line -> line.startsWith("#")).toList()) {
      comments.append(line).append('\n');
    }
    return comments.toString();
  }

  private void split(SourceFile file) {
    Tree.Fields root =
        (Tree.Fields) YamlFile.parse(file, new ArrayList<>()).orElse(new Tree.Fields(0, List.of()));
    List<Integer> starts = new ArrayList<>();
    for (Tree.Field field : root.values()) {
      keys.add(((Tree.Text) field.key()).value());
      starts.add(startOfLine(file.text(), field.key().at()));
    }
    if (starts.isEmpty()) {
      head = file.text();
      return;
    }
    // Comments and blank lines before a field belong to it, those at the top to the file.
    for (int i = 1; i < starts.size(); i++) {
      starts.set(i, beforeComments(file.text(), starts.get(i), starts.get(i - 1)));
    }
    head = file.text().substring(0, starts.get(0));
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : file.text().length();
      blocks.put(keys.get(i), file.text().substring(starts.get(i), end));
    }
  }

  private void change(String key, Optional<String> text, List<String> order) {
    if (text.isEmpty()) {
      keys.remove(key);
    } else {
      String known = blocks.get(key);
      blocks.put(key, known == null ? text.get() : leading(known) + text.get());
      if (known == null) {
        keys.add(position(key, order), key);
      }
    }
  }

  private int position(String key, List<String> order) {
    int rank = order.indexOf(key);
    if (rank < 0) {
      return keys.size();
    }
    int position = 0;
    for (int i = 0; i < keys.size(); i++) {
      if (order.indexOf(keys.get(i)) < rank) {
        position = i + 1;
      }
    }
    return position;
  }

  /** The comments and blank lines that a block begins with. */
  private static String leading(String block) {
    int end = 0;
    while (end < block.length()) {
      int next = block.indexOf('\n', end) + 1;
      if (next == 0 || !isComment(block.substring(end, next))) {
        break;
      }
      end = next;
    }
    return block.substring(0, end);
  }

  private static int startOfLine(String text, int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  private static int beforeComments(String text, int start, int from) {
    int before = start;
    while (before > from) {
      int line = startOfLine(text, before - 1);
      if (!isComment(text.substring(line, before))) {
        break;
      }
      before = line;
    }
    return before;
  }

  /** A comment that is not indented, or a blank line. */
  private static boolean isComment(String line) {
    return line.isBlank() || line.startsWith("#");
  }
}
