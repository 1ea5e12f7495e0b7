package com.replylinter.phrasebook;

import com.replylinter.phrasebook.Commits.Part;
import com.replylinter.phrasebook.Rule.WrittenPattern;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what a rule's findings commit the shop to. */
final class CommitsReader {
  private static final Set<String> FIELDS = fields();

  private final PatternReader patterns;

  CommitsReader(PatternReader patterns) {
    this.patterns = patterns;
  }

  /** The field's content; null if there is none, or after reporting a wrong type. */
  @Nullable Commits read(@Nullable YamlNode node) {
    if (node == null) {
      return null;
    }
    YamlNode.Fields fields = node.fields(FIELDS);
    Commits.Type type = type(fields);
    Map<Part, WrittenPattern> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      YamlNode pattern = fields.get(part.label());
      if (pattern != null) {
        patterns.read(pattern, 0).ifPresent(written -> parts.put(part, written));
      }
    }
    return type == null ? null : new Commits(type, parts);
  }

  private static Commits.@Nullable Type type(YamlNode.Fields fields) {
    String text = fields.text("type");
    for (Commits.Type type : Commits.Type.values()) {
      if (type.label().equals(text)) {
        return type;
      }
    }
    YamlNode node = fields.get("type");
    if (node != null) {
      String allowed =
          String.join("、", Arrays.stream(Commits.Type.values()).map(Commits.Type::label).toList());
      node.problem("“type”不能是“" + text + "”；可以写：" + allowed);
    }
    return null;
  }

  private static Set<String> fields() {
    Set<String> fields = new TreeSet<>(Set.of("type"));
    for (Part part : Part.values()) {
      fields.add(part.label());
    }
    return fields;
  }
}
