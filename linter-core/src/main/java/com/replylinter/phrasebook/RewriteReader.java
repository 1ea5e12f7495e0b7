package com.replylinter.phrasebook;

import java.util.ArrayList;
import java.util.List;

/** Reads a rule's rewrites: their slots must be known, and one of them must do without any. */
final class RewriteReader {
  private final PatternReader patterns;

  RewriteReader(PatternReader patterns) {
    this.patterns = patterns;
  }

  List<String> read(List<YamlNode> nodes) {
    List<String> rewrites = new ArrayList<>();
    for (YamlNode node : nodes) {
      String rewrite = node.text();
      rewrites.add(rewrite);
      if (Template.hasSlots(rewrite) || rewrite.indexOf('}') >= 0) {
        checkSlots(node, rewrite);
      }
    }
    if (!rewrites.isEmpty() && rewrites.stream().allMatch(Template::hasSlots)) {
      nodes.get(0).problem("改写里至少要有一条不带 { }，没有可填的内容时用它");
    }
    return rewrites;
  }

  private void checkSlots(YamlNode node, String rewrite) {
    try {
      for (String slot : Template.of(rewrite).slots()) {
        boolean entity = BuiltIn.NAMES.contains(slot) && !BuiltIn.SLOTS.containsKey(slot);
        if (entity) {
          String allowed = String.join("、", BuiltIn.SLOTS.keySet());
          node.problem("改写里不能填“" + slot + "”；可以写：" + allowed + "，或词表的名字");
        } else {
          patterns.mustExist(node, slot);
        }
      }
    } catch (IllegalArgumentException e) {
      node.problem("改写里的 { } 要成对，中间写名字，例如 {天数}");
    }
  }
}
