package com.replylinter.phrasebook;

import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads examples; in a bad one {@code {{…}}} marks what must be found. */
final class ExampleReader {
  private static final Set<String> FIELDS = new TreeSet<>(Set.of("draft", "buyer", "talk", "shop"));

  Example read(boolean bad, YamlNode node) {
    if (node.isScalar()) {
      return marked(bad, node, List.of(), Shop.DEFAULT);
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
    if (draft == null) {
      node.problem("缺少字段“draft”");
      return new Example(bad, "", List.of(), turns, Shop.DEFAULT);
    }
    return marked(bad, draft, turns, shop(fields.get("shop")));
  }

  private static Example marked(boolean bad, YamlNode node, List<Turn> turns, Shop shop) {
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
    return new Example(bad, draft.toString(), spans, turns, shop);
  }

  private static Shop shop(@Nullable YamlNode node) {
    if (node == null) {
      return Shop.DEFAULT;
    }
    YamlNode.Fields fields = node.fields(new TreeSet<>(Set.of("cod", "freeShipping", "presale")));
    Shop base = Shop.DEFAULT;
    return new Shop(
        base.platform(),
        orElse(RuleReader.truth(fields.get("cod")), base.cod()),
        orElse(RuleReader.truth(fields.get("freeShipping")), base.freeShipping()),
        orElse(RuleReader.truth(fields.get("presale")), base.presale()),
        base.itemLinks());
  }

  private static boolean orElse(@Nullable Boolean value, boolean otherwise) {
    return value == null ? otherwise : value;
  }
}
