package com.replylinter.cli;

import com.replylinter.Turn;
import com.replylinter.phrasebook.Commits;
import com.replylinter.phrasebook.Example;
import com.replylinter.phrasebook.Penalty;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Rule.Allowance;
import com.replylinter.phrasebook.Rule.Clue;
import com.replylinter.phrasebook.Rule.Wording;
import com.replylinter.phrasebook.Rule.WrittenPattern;
import com.replylinter.phrasebook.Voice;
import com.replylinter.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule in full, for a trainer to read.
 *
 * @param messages in which language
 */
record RuleText(Messages messages) {

  /** The rule, ending with a line end. */
  String render(Rule rule) {
    StringBuilder text = new StringBuilder();
    text.append(rule.id()).append("  ").append(rule.title()).append('\n');
    field(text, "severity", messages.get("severity." + rule.severity().label()));
    field(text, "kind", messages.get("kind." + rule.kind().label()));
    if (rule.status() != Rule.Status.STABLE) {
      field(text, "status", messages.get("status." + rule.status().label()));
    }
    String when = CircumstancesText.of(rule.when());
    if (!when.isEmpty()) {
      field(text, "when", when);
    }
    field(text, "message", rule.message());
    field(text, "why", rule.why());
    section(text, "wordings", rule.wordings().stream().map(each -> wording(rule, each)).toList());
    section(text, "penalties", rule.penalties().stream().map(this::penalty).toList());
    section(text, "match", rule.clues().stream().flatMap(clue -> clue(clue).stream()).toList());
    section(text, "allowed", rule.allowances().stream().map(this::allowance).toList());
    section(text, "unless", sources(rule.exceptions().near()));
    section(text, "unless-anywhere", sources(rule.exceptions().anywhere()));
    section(text, "unless-asked", sources(rule.exceptions().asked()));
    section(text, "unless-said", sources(rule.exceptions().said()));
    if (rule.exceptions().ownData()) {
      field(text, "own-data", "");
    }
    Commits commits = rule.commits();
    if (commits != null) {
      field(text, "commits", messages.get("commitment." + commits.type().label()));
    }
    section(text, "over", rule.over().stream().map(Object::toString).toList());
    section(text, "rewrites", rule.rewrites());
    section(text, "bad", examples(rule, true));
    section(text, "good", examples(rule, false));
    return text.toString();
  }

  private void field(StringBuilder text, String name, String value) {
    text.append(messages.get("rule." + name, value)).append('\n');
  }

  private void section(StringBuilder text, String name, List<String> lines) {
    if (!lines.isEmpty()) {
      field(text, name, "");
      lines.forEach(line -> text.append("  - ").append(line).append('\n'));
    }
  }

  private String penalty(Penalty penalty) {
    Integer points = penalty.points();
    String cost = points == null ? "" : messages.get("report.points", points) + "  ";
    return cost + penalty.basis() + "  " + penalty.source() + period(penalty);
  }

  private static String period(Penalty penalty) {
    LocalDate from = penalty.from();
    LocalDate until = penalty.until();
    return from == null && until == null ? "" : "  " + day(from) + "~" + day(until);
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  /** One line a pattern, with the conditions it stands under. */
  private List<String> clue(Clue clue) {
    WrittenPattern about = clue.about();
    WrittenPattern asked = clue.asked();
    String before =
        condition("about", about == null ? List.of() : List.of(about))
            + condition("asked", asked == null ? List.of() : List.of(asked));
    String after =
        (clue.times() > 1 ? messages.get("rule.times", clue.times()) : "")
            + condition("except", clue.exceptions().near())
            + condition("except-anywhere", clue.exceptions().anywhere())
            + condition("except-asked", clue.exceptions().asked())
            + condition("except-said", clue.exceptions().said())
            + (clue.exceptions().ownData() ? messages.get("rule.except-own-data") : "")
            + circumstances(CircumstancesText.of(clue.when()));
    String notice = clue.notice();
    if (notice != null) {
      return List.of(messages.get("rule.notice", notice) + after);
    }
    return clue.say().stream().map(say -> before + say.source() + after).toList();
  }

  private String condition(String name, List<WrittenPattern> patterns) {
    return patterns.isEmpty()
        ? ""
        : messages.get("rule." + name, String.join("  ", sources(patterns)));
  }

  private static List<String> sources(List<WrittenPattern> patterns) {
    return patterns.stream().map(WrittenPattern::source).toList();
  }

  private List<String> examples(Rule rule, boolean bad) {
    return rule.examples().stream()
        .filter(example -> example.bad() == bad)
        .map(this::example)
        .toList();
  }

  private String example(Example example) {
    String talk = example.conversation().stream().map(this::turn).collect(Collectors.joining());
    return talk + marked(example) + circumstances(CircumstancesText.of(example));
  }

  private String circumstances(String text) {
    return text.isEmpty() ? "" : messages.get("rule.circumstances", text);
  }

  private String allowance(Allowance allowance) {
    return String.join("  ", sources(allowance.say()))
        + circumstances(CircumstancesText.of(allowance.when()));
  }

  /** What a wording says that the rule itself does not. */
  private String wording(Rule rule, Wording wording) {
    Voice usual = rule.voice();
    Voice voice = wording.voice();
    List<String> parts = new ArrayList<>();
    if (voice.severity() != usual.severity()) {
      parts.add(messages.get("severity." + voice.severity().label()));
    }
    List<String> texts = new ArrayList<>(List.of(voice.title(), voice.message(), voice.why()));
    texts.addAll(voice.rewrites());
    texts.removeAll(List.of(usual.title(), usual.message(), usual.why()));
    texts.removeAll(usual.rewrites());
    parts.addAll(texts);
    return String.join("  ", parts) + circumstances(CircumstancesText.of(wording.when()));
  }

  private String turn(Turn turn) {
    return messages.get("rule.turn", messages.get("role." + turn.role().label()), turn.text())
        + " ";
  }

  private static String marked(Example example) {
    StringBuilder draft = new StringBuilder(example.draft());
    for (int i = example.spans().size() - 1; i >= 0; i--) {
      Span span = example.spans().get(i);
      draft.insert(span.end(), "}}").insert(span.start(), "{{");
    }
    return draft.toString();
  }
}
