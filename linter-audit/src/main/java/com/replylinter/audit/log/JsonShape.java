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
  private static final Wording OR = new Wording("，或 ", ", or ");

  /** Whether an object with these fields is a message. */
  boolean matches(Set<String> names) {
    return fields.stream().anyMatch(names::containsAll);
  }

  /** What a message must have. */
  Wording needs() {
    return Wording.join(
        fields.stream().map(names -> Wording.names(names.stream().sorted().toList())).toList(), OR);
  }

  /** How much a text looks like it. */
  Likeness likeness(String json) {
    Wording best = new Wording("都没有", "has none");
    int most = 0;
    for (Set<String> names : fields) {
      List<String> found = names.stream().filter(name -> has(json, name)).sorted().toList();
      if (found.size() == names.size()) {
        long hinted = hints.stream().filter(name -> has(json, name)).count();
        return new Likeness(
            (int) (60 + 40 * hinted / hints.size()),
            Wording.of("字段都有：%s", "has all fields: %s", Wording.names(found)));
      }
      if (found.size() > most) {
        most = found.size();
        best = Wording.of("只有 %s", "has only %s", Wording.names(found));
      }
    }
    return new Likeness(0, Wording.of("需要字段 %s；%s", "needs the fields %s; %s", needs(), best));
  }

  private static boolean has(String json, String name) {
    return json.contains('"' + name + '"');
  }
}
