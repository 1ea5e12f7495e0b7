package com.replylinter.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.replylinter.audit.BookComparison.Difference;
import com.replylinter.audit.BookComparison.Kind;
import com.replylinter.audit.LogMessage;
import com.replylinter.finding.Finding;
import com.replylinter.phrasebook.RuleId;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The differences between two phrasebooks for a person: by rule, with the lines. */
final class WhatIfText {
  private final Messages messages;
  private final Style style;
  private final int shown;
  private final Map<RuleId, OfRule> rules = new TreeMap<>();

  /**
   * Nothing yet.
   *
   * @param shown how many lines of one rule and kind are shown; all are counted
   */
  WhatIfText(Messages messages, Style style, int shown) {
    this.messages = messages;
    this.style = style;
    this.shown = shown;
  }

  /** Counts a difference, and keeps its line while there are few. */
  void add(Difference difference) {
    OfRule rule =
        rules.computeIfAbsent(
            difference.rule(), unused -> new OfRule(difference.finding().title()));
    Tally tally = rule.kinds.computeIfAbsent(difference.kind(), unused -> new Tally());
    if (tally.count++ < shown) {
      line(difference, tally.lines);
    }
  }

  /** The whole, ending with a summary. */
  String render(long conversations, long judged) {
    StringBuilder text = new StringBuilder();
    rules.forEach(
        (id, rule) -> {
          text.append(rule.title).append("  ").append(style.faint(id.toString())).append('\n');
          rule.kinds.forEach(
              (kind, tally) -> {
                text.append("  ")
                    .append(messages.get("what-if." + key(kind), tally.count))
                    .append('\n')
                    .append(tally.lines);
                if (tally.count > shown) {
                  text.append("    ")
                      .append(messages.get("what-if.more", tally.count - shown))
                      .append('\n');
                }
              });
          text.append('\n');
        });
    return text.append(
            messages.get(
                "what-if.summary",
                conversations,
                judged,
                total(Kind.CAUGHT),
                total(Kind.LOST),
                total(Kind.SEVERITY)))
        .append('\n')
        .toString();
  }

  /** One difference as a JSON object on one line. */
  static String json(Difference difference) {
    LogMessage said = difference.said();
    Finding finding = difference.finding();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("change", key(difference.kind()));
    json.put("rule", difference.rule().toString());
    json.put("title", finding.title());
    severity("before", difference.before(), json);
    severity("after", difference.after(), json);
    json.put("file", difference.conversation().file());
    json.put("line", said.line());
    json.put("conversation", difference.conversation().id());
    json.put("message", difference.message());
    json.put("sender", said.sender());
    if (said.at() != null) {
      json.put("at", String.valueOf(said.at()));
    }
    json.put("text", said.text());
    json.put("start", finding.span().start());
    json.put("end", finding.span().end());
    json.put("matched", finding.matched());
    return json.toString();
  }

  private static void severity(String name, @Nullable Finding finding, ObjectNode json) {
    if (finding != null) {
      json.put(name, finding.severity().label());
    }
  }

  private void line(Difference difference, StringBuilder lines) {
    Finding finding = difference.finding();
    Finding before = difference.before();
    Finding after = difference.after();
    String place = difference.conversation().file() + ":" + difference.said().line();
    String severity =
        before != null && after != null
            ? severity(before) + " → " + severity(after)
            : severity(finding);
    lines
        .append("    ")
        .append(style.faint(Underline.printable(place)))
        .append("  ")
        .append(severity)
        .append('\n');
    for (Underline part : Underline.of(difference.said().text(), finding.span())) {
      lines.append("      ").append(part.text()).append('\n');
      lines.append("      ").append(style.severity(finding.severity(), part.marks())).append('\n');
    }
  }

  private String severity(Finding finding) {
    return style.severity(
        finding.severity(), messages.get("severity." + finding.severity().label()));
  }

  private long total(Kind kind) {
    return rules.values().stream()
        .map(rule -> rule.kinds.get(kind))
        .mapToLong(tally -> tally == null ? 0 : tally.count)
        .sum();
  }

  private static String key(Kind kind) {
    return switch (kind) {
      case CAUGHT -> "caught";
      case LOST -> "lost";
      case SEVERITY -> "severity";
    };
  }

  private static final class OfRule {
    private final String title;
    private final Map<Kind, Tally> kinds = new EnumMap<>(Kind.class);

    OfRule(String title) {
      this.title = title;
    }
  }

  private static final class Tally {
    private long count;
    private final StringBuilder lines = new StringBuilder();
  }
}
