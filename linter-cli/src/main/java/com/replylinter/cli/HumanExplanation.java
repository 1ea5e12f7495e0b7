package com.replylinter.cli;

import com.replylinter.explain.Explanation;
import com.replylinter.explain.Explanation.Piece;
import com.replylinter.explain.Explanation.Suspect;
import com.replylinter.judge.Dismissal;
import com.replylinter.judge.Listening;
import com.replylinter.judge.Listening.Heard;
import com.replylinter.judge.Origin;
import com.replylinter.phrasebook.Rule.WrittenPattern;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An explanation for a trainer: every candidate underlined, with what found it and, if it was
 * dropped, why; then what was read and heard.
 *
 * @param messages in which language
 * @param style with or without colour
 */
record HumanExplanation(Messages messages, Style style) {
  /** A word list as a pattern names it. */
  private static final Pattern WORD_LIST = Pattern.compile("<([^>]+)>");

  /** The explanation of the report on {@code draft}, ending with a line end. */
  String render(String draft, Explanation explanation) {
    StringBuilder text = new StringBuilder();
    List<Suspect> candidates = explanation.candidates();
    long kept = candidates.stream().filter(Suspect::kept).count();
    line(
        text,
        candidates.isEmpty()
            ? messages.get("explain.none")
            : messages.get("explain.heading", candidates.size(), kept, candidates.size() - kept));
    line(text, "");
    Map<Conclusion, List<Suspect>> conclusions = new LinkedHashMap<>();
    for (Suspect candidate : candidates) {
      conclusions
          .computeIfAbsent(Conclusion.of(candidate), key -> new ArrayList<>())
          .add(candidate);
    }
    conclusions.values().forEach(same -> render(draft, same, text));
    read(explanation, text);
    heard(explanation.listening(), text);
    line(text, Underline.printable(explanation.boundaries().summary()));
    return text.toString();
  }

  /** What several patterns may come to at one place. */
  private record Conclusion(
      RuleId rule, Span span, @Nullable Integer becauseTurn, @Nullable Dismissal dismissal) {
    static Conclusion of(Suspect candidate) {
      return new Conclusion(
          candidate.rule(), candidate.span(), candidate.becauseTurn(), candidate.dismissal());
    }
  }

  private void render(String draft, List<Suspect> same, StringBuilder text) {
    Suspect candidate = same.get(0);
    for (Underline part : Underline.of(draft, candidate.span())) {
      line(text, part.text());
      String marks = part.marks();
      line(
          text,
          candidate.kept()
              ? style.severity(candidate.severity(), marks)
              : style.faint(marks.replace('^', '~')));
    }
    String verdict = messages.get(candidate.kept() ? "explain.kept" : "explain.dropped");
    line(
        text,
        (candidate.kept() ? style.severity(candidate.severity(), verdict) : style.faint(verdict))
            + "  "
            + candidate.title()
            + "  "
            + style.faint(candidate.rule().toString()));
    same.forEach(each -> line(text, "  " + foundBy(each)));
    Integer turn = candidate.becauseTurn();
    if (turn != null) {
      line(text, "  " + messages.get("report.because", turn + 1));
    }
    Dismissal dismissal = candidate.dismissal();
    if (dismissal != null) {
      line(text, "  " + messages.get("explain.why", Underline.printable(dismissal.reason())));
    }
    line(text, "");
  }

  private String foundBy(Suspect candidate) {
    if (candidate.origin() instanceof Origin.Learned learned) {
      return messages.get("explain.learned", number(learned.margin()), number(learned.needed()));
    }
    if (candidate.origin() instanceof Origin.Noticed noticed) {
      return messages.get("explain.noticed", noticed.notice());
    }
    Origin.Written written = (Origin.Written) candidate.origin();
    String words =
        candidate.words().stream().map(Underline::printable).collect(Collectors.joining(" · "));
    return messages.get(
        "explain.pattern",
        condition("rule.about", written.clue().about())
            + condition("rule.asked", written.clue().asked())
            + written.pattern().source(),
        words);
  }

  private String condition(String key, @Nullable WrittenPattern pattern) {
    return pattern == null ? "" : messages.get(key, pattern.source());
  }

  private void read(Explanation explanation, StringBuilder text) {
    line(text, messages.get("explain.normalized", Underline.printable(explanation.normalized())));
    String tokens =
        explanation.tokens().stream().map(Piece::text).collect(Collectors.joining(" | "));
    line(text, messages.get("explain.tokens", Underline.printable(tokens)));
  }

  private void heard(Listening listening, StringBuilder text) {
    if (!listening.asked().isEmpty()) {
      String asked =
          listening.asked().stream()
              .map(turn -> String.valueOf(turn + 1))
              .collect(Collectors.joining(", "));
      line(text, messages.get("explain.asked", asked));
    }
    patterns("explain.questions", listening.questions(), text);
    patterns("explain.topics", listening.topics(), text);
  }

  /**
   * The concepts heard in each turn: the word lists that the patterns name, or the pattern itself
   * if it names none. Those that matched the draft itself come without a turn.
   */
  private void patterns(String key, List<Heard> patterns, StringBuilder text) {
    Map<Optional<Integer>, Set<String>> byTurn = new LinkedHashMap<>();
    for (Heard heard : patterns) {
      byTurn
          .computeIfAbsent(Optional.ofNullable(heard.turn()), turn -> new LinkedHashSet<>())
          .addAll(concepts(heard.pattern()));
    }
    byTurn.forEach(
        (turn, concepts) -> {
          String where = turn.map(n -> messages.get("explain.in-turn", n + 1)).orElse("");
          line(text, messages.get(key, where, String.join(" · ", concepts)));
        });
  }

  private static List<String> concepts(String pattern) {
    List<String> lists =
        WORD_LIST.matcher(pattern).results().map(list -> list.group(1)).distinct().toList();
    return lists.isEmpty() ? List.of(pattern) : lists;
  }

  private static String number(float margin) {
    return String.format(Locale.ROOT, "%+.2f", margin);
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
