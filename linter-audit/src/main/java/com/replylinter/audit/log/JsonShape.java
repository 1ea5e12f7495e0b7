package com.replylinter.audit.log;

import java.util.List;
import java.util.Set;

/**
 * How the messages of a JSON layout are known.
 *
 * @param fields the fields a message must have; one of several sets
 * @param arrays the names of the fields that hold messages; the outermost array need not be named
 * @param hints further names that speak for the layout
 */
record JsonShape(List<Set<String>> fields, Set<String> arrays, Set<String> hints) {
  /** Whether an object with these fields is a message. */
  boolean matches(Set<String> names) {
    return fields.stream().anyMatch(names::containsAll);
  }

  /** What a message must have, in Chinese. */
  String needs() {
    return fields.stream()
        .map(names -> String.join("、", names.stream().sorted().toList()))
        .reduce((a, b) -> a + "，或 " + b)
        .orElse("");
  }

  /** How much a text looks like it. */
  Likeness likeness(String json) {
    String best = "";
    int most = 0;
    for (Set<String> names : fields) {
      List<String> found = names.stream().filter(name -> has(json, name)).sorted().toList();
      if (found.size() == names.size()) {
        long hinted = hints.stream().filter(name -> has(json, name)).count();
        return new Likeness(
            (int) (60 + 40 * hinted / hints.size()), "字段都有：" + String.join("、", found));
      }
      if (found.size() > most) {
        most = found.size();
        best = String.join("、", found);
      }
    }
    return Likeness.none("需要字段 %s；%s".formatted(needs(), most == 0 ? "都没有" : "只有 " + best));
  }

  private static boolean has(String json, String name) {
    return json.contains('"' + name + '"');
  }
}
