package com.replylinter.server.languagetool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Finding.PenaltyNote;
import com.replylinter.finding.Report;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.phrasebook.Severity;
import com.replylinter.text.Span;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes the answer to a check: LanguageTool's fields, and a few of our own in each rule. */
final class CheckAnswer {
  /** So much of the text is shown around a match. */
  private static final int CONTEXT = 40;

  private static final String CUT = "...";

  /** So much of a sentence is told on each side of a match; some texts have no sentences. */
  private static final int SENTENCE = 80;

  /** Clients that want a compact answer show no more replacements. */
  private static final int FEW_REPLACEMENTS = 5;

  private final Report report;
  private final CheckRequest request;
  private final List<Span> sentences;

  private CheckAnswer(Report report, CheckRequest request) {
    this.report = report;
    this.request = request;
    this.sentences = sentences(request.text().plain());
  }

  static ObjectNode of(Report report, CheckRequest request, Set<String> ignoredWords) {
    return new CheckAnswer(report, request).answer(Match.of(report, request, ignoredWords));
  }

  /** What answers say of the program behind them. */
  static ObjectNode software(String phrasebook) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", "LanguageTool")
        .put("version", "6.6")
        .put("buildDate", phrasebook)
        .put("apiVersion", 1)
        .put("premium", false)
        .put("status", "Reply Linter");
  }

  /** A severity as the kind of issue that clients colour by. */
  static String issueType(Severity severity) {
    return switch (severity) {
      case BLOCK -> "non-conformance";
      case WARN -> "register";
      case REMIND -> "style";
    };
  }

  private ObjectNode answer(List<Match> matches) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (!request.compact()) {
      answer.set("software", software(report.phrasebook()));
    }
    if (!request.compact() || !report.complete()) {
      ObjectNode warnings = answer.putObject("warnings");
      warnings.put("incompleteResults", !report.complete());
      if (!report.complete()) {
        warnings.put("incompleteResultsReason", "A part of the check failed: this is no pass.");
      }
    }
    writeLanguage(answer.putObject("language"));
    ArrayNode list = answer.putArray("matches");
    matches.forEach(match -> write(match, list.addObject()));
    writeSentences(answer);
    return answer;
  }

  private static void writeLanguage(ObjectNode language) {
    language.put("name", "Chinese").put("code", "zh-CN");
    language
        .putObject("detectedLanguage")
        .put("name", "Chinese")
        .put("code", "zh-CN")
        .put("confidence", 0.99)
        .put("source", "reply-linter");
  }

  private void write(Match match, ObjectNode json) {
    Finding first = match.first();
    json.put("message", match.message()).put("shortMessage", first.title());
    List<String> replacements = match.replacements();
    int shown =
        request.compact() ? Math.min(FEW_REPLACEMENTS, replacements.size()) : replacements.size();
    ArrayNode list = json.putArray("replacements");
    replacements
        .subList(0, shown)
        .forEach(text -> list.addObject().put("value", text).put("shortDescription", "合规话术"));
    json.put("offset", match.span().start()).put("length", match.span().length());
    if (!request.compact()) {
      writeContext(match.span(), json.putObject("context"));
      json.put("sentence", sentence(first.span()));
    }
    boolean hint = first.severity() == Severity.REMIND;
    json.putObject("type").put("typeName", hint ? "Hint" : "Other");
    writeRule(first, json.putObject("rule"));
    json.put("ignoreForIncompleteSentence", false).put("contextForSureMatch", 0);
  }

  private void writeRule(Finding finding, ObjectNode rule) {
    RuleId id = finding.rule();
    rule.put("id", RuleFilter.name(id)).put("subId", "1");
    if (!request.compact()) {
      rule.put("sourceFile", id.name() + ".yaml");
    }
    rule.put("description", finding.title()).put("issueType", issueType(finding.severity()));
    rule.putObject("category").put("id", RuleFilter.category(id)).put("name", id.family());
    rule.put("isPremium", false);
    if (finding.severity() == Severity.REMIND) {
      rule.putArray("tags").add("picky");
    }
    rule.put("rule", id.toString())
        .put("severity", finding.severity().label())
        .put("why", finding.why());
    PenaltyNote penalty = finding.penalty();
    if (penalty != null) {
      rule.put("basis", penalty.basis());
      Integer points = penalty.points();
      if (points != null) {
        rule.put("points", points);
      }
    }
  }

  private void writeContext(Span span, ObjectNode context) {
    String text = request.text().marked();
    int start = edge(text, Math.max(0, span.start() - CONTEXT));
    int end = edge(text, Math.min(text.length(), span.end() + CONTEXT));
    String before = start > 0 ? CUT : "";
    String after = end < text.length() ? CUT : "";
    context
        .put("text", before + text.substring(start, end).replace('\n', ' ') + after)
        .put("offset", before.length() + span.start() - start)
        .put("length", span.length());
  }

  /** A place near this one that is not inside a surrogate pair. */
  private static int edge(String text, int at) {
    boolean inside =
        at > 0
            && at < text.length()
            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    return inside ? at - 1 : at;
  }

  private String sentence(Span found) {
    String text = request.text().plain();
    Span sentence =
        sentences.stream().filter(each -> each.overlaps(found)).findFirst().orElse(found);
    int start = edge(text, Math.max(sentence.start(), found.start() - SENTENCE));
    int end = edge(text, Math.min(Math.max(sentence.end(), found.end()), found.end() + SENTENCE));
    return text.substring(start, end);
  }

  private void writeSentences(ObjectNode answer) {
    ArrayNode ranges = answer.putArray("sentenceRanges");
    ArrayNode extended = answer.putArray("extendedSentenceRanges");
    for (Span sentence : sentences) {
      Span marked = request.text().marked(sentence);
      ranges.addArray().add(marked.start()).add(marked.end());
      extended
          .addObject()
          .put("from", marked.start())
          .put("to", marked.end())
          .putArray("detectedLanguages")
          .addObject()
          .put("language", "zh")
          .put("rate", 1.0);
    }
  }

  /** The sentences of a text without the blanks around them. */
  private static List<Span> sentences(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.SIMPLIFIED_CHINESE);
    breaks.setText(text);
    List<Span> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      int from = start;
      int to = end;
      while (from < to && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        sentences.add(new Span(from, to));
      }
      start = end;
    }
    return sentences;
  }
}
