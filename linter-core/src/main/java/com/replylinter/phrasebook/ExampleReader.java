package com.replylinter.phrasebook;

import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads examples; in a bad one {@code {{…}}} marks what must be found. Those of traps are what the
 * buyer says, without marks.
 *
 * @param trap whether the rule is a trap
 */
record ExampleReader(boolean trap) {
  static final Set<String> FIELDS = new TreeSet<>(Set.of("draft", "buyer", "talk", "shop", "at"));

  Example read(boolean bad, YamlNode node) {
    if (node.isScalar()) {
      if (trap) {
        return new Example(
            bad, "", List.of(), List.of(Turn.buyer(node.text())), Shop.DEFAULT, null);
      }
      return marked(bad, node, List.of(), Shop.DEFAULT, null);
    }
    YamlNode.Fields fields = node.fields(FIELDS);
    List<Turn> turns = new ArrayList<>();
    for (YamlNode turn : fields.items("talk")) {
      turn.fields(new TreeSet<>(Set.of("buyer", "agent")))
          .all()
          .forEach(
              (role, text) ->
                  turns.add(
                      role.equals("buyer") ? Turn.buyer(text.text()) : Turn.agent(text.text())));
    }
    YamlNode buyer = fields.get("buyer");
    if (buyer != null) {
      turns.add(Turn.buyer(buyer.text()));
    }
    YamlNode draft = fields.get("draft");
    if (trap) {
      if (draft != null || turns.isEmpty()) {
        node.problem("陷阱规则的例子只写买家的话（buyer 或 talk），不写 draft");
      }
      return new Example(
          bad,
          "",
          List.of(),
          turns,
          ConditionReader.shop(fields.get("shop")),
          ConditionReader.date(fields.get("at")));
    }
    if (draft == null) {
      node.problem("缺少字段“draft”");
      return new Example(bad, "", List.of(), turns, Shop.DEFAULT, null);
    }
    return marked(
        bad,
        draft,
        turns,
        ConditionReader.shop(fields.get("shop")),
        ConditionReader.date(fields.get("at")));
  }

  private static Example marked(
      boolean bad, YamlNode node, List<Turn> turns, Shop shop, @Nullable LocalDate at) {
    String text = node.text();
    StringBuilder draft = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    int from = 0;
    while (true) {
      int open = text.indexOf("{{", from);
      int close = open < 0 ? -1 : text.indexOf("}}", open);
      if (close < 0) {
        break;
      }
      draft.append(text, from, open);
      int start = draft.length();
      draft.append(text, open + 2, close);
      spans.add(new Span(start, draft.length()));
      from = close + 2;
    }
    draft.append(text, from, text.length());
    if (bad == spans.isEmpty() || draft.indexOf("{{") >= 0 || draft.indexOf("}}") >= 0) {
      node.problem(bad ? "反例要用 {{ }} 标出违规的那几个字" : "正例里不能有 {{ }}");
    }
    return new Example(bad, draft.toString(), spans, turns, shop, at);
  }
}
