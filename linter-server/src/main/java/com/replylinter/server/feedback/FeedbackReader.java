package com.replylinter.server.feedback;

import com.replylinter.LintRequest;
import com.replylinter.finding.Verdict;
import com.replylinter.json.BadRequest;
import com.replylinter.json.JsonObject;
import com.replylinter.json.RequestReader;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.server.feedback.Feedback.Kind;
import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what agents tell, as strictly as lint requests are read. */
public final class FeedbackReader {
  /** Longest note or reason, in UTF-16 code units. */
  static final int MAX_REMARK = 2_000;

  /** Longest name of an agent, a supervisor or a phrasebook, in UTF-16 code units. */
  static final int MAX_NAME = 200;

  /** Most rules of an override. */
  static final int MAX_RULES = 100;

  private FeedbackReader() {}

  /**
   * Reads a false alarm or a missed offence from UTF-8.
   *
   * @throws BadRequest if the bytes are not UTF-8 or not one
   */
  public static Feedback feedback(byte[] utf8) throws BadRequest {
    JsonObject json = JsonObject.root(RequestReader.parse(utf8));
    json.allowOnly(
        "kind", "rule", "start", "end", "note", "agent", "phrasebook", "draft", "conversation");
    Kind kind = kind(json);
    String rule =
        kind == Kind.FALSE_ALARM
            ? json.requiredText("rule", MAX_NAME)
            : json.text("rule", MAX_NAME);
    return new Feedback(
        kind,
        rule == null ? List.of() : List.of(ruleId(json, "rule", rule)),
        null,
        span(json),
        json.text("note", MAX_REMARK),
        null,
        json.text("agent", MAX_NAME),
        json.text("phrasebook", MAX_NAME),
        false,
        json.text("draft", LintRequest.MAX_DRAFT_LENGTH),
        RequestReader.conversation(json));
  }

  /**
   * Reads an override from UTF-8.
   *
   * @throws BadRequest if the bytes are not UTF-8 or not one
   */
  public static Feedback override(byte[] utf8) throws BadRequest {
    JsonObject json = JsonObject.root(RequestReader.parse(utf8));
    json.allowOnly(
        "verdict",
        "rules",
        "reason",
        "supervisor",
        "agent",
        "phrasebook",
        "offline",
        "draft",
        "conversation");
    return new Feedback(
        Kind.OVERRIDE,
        ruleIds(json),
        verdict(json),
        null,
        json.text("reason", MAX_REMARK),
        json.text("supervisor", MAX_NAME),
        json.text("agent", MAX_NAME),
        json.text("phrasebook", MAX_NAME),
        json.flag("offline", false),
        json.text("draft", LintRequest.MAX_DRAFT_LENGTH),
        RequestReader.conversation(json));
  }

  private static Kind kind(JsonObject json) throws BadRequest {
    String label = json.requiredText("kind", MAX_NAME);
    Optional<Kind> kind = Kind.of(label).filter(known -> known != Kind.OVERRIDE);
    if (kind.isEmpty()) {
      throw unknown(json, "kind", label, Kind.FALSE_ALARM.label(), Kind.MISSED.label());
    }
    return kind.get();
  }

  private static @Nullable Verdict verdict(JsonObject json) throws BadRequest {
    String label = json.text("verdict", MAX_NAME);
    if (label == null) {
      return null;
    }
    for (Verdict verdict : Verdict.values()) {
      if (verdict.label().equals(label)) {
        return verdict;
      }
    }
    throw unknown(
        json,
        "verdict",
        label,
        Stream.of(Verdict.values()).map(Verdict::label).toArray(String[]::new));
  }

  private static List<RuleId> ruleIds(JsonObject json) throws BadRequest {
    List<String> written = json.texts("rules");
    if (written.size() > MAX_RULES) {
      throw json.invalid(
          "rules", "规则最多 " + MAX_RULES + " 条。", "At most " + MAX_RULES + " rules can be named.");
    }
    List<RuleId> rules = new ArrayList<>();
    for (String id : written) {
      RuleId rule = ruleId(json, "rules/" + written.indexOf(id), id);
      if (!rules.contains(rule)) {
        rules.add(rule);
      }
    }
    return rules;
  }

  /** The rule may be unknown here: phrasebooks change, and what came late still counts. */
  private static RuleId ruleId(JsonObject json, String field, String written) throws BadRequest {
    try {
      if (written.length() <= MAX_NAME) {
        return RuleId.parse(written);
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    String shown = JsonObject.shortened(written);
    throw json.invalid(
        field,
        "规则编号应写成“类别/名字”，如 invoice/refuse，不是“" + shown + "”。",
        "A rule is named by family and name such as invoice/refuse, not \"" + shown + "\".");
  }

  private static @Nullable Span span(JsonObject json) throws BadRequest {
    Integer start = json.count("start");
    Integer end = json.count("end");
    if (start == null && end == null) {
      return null;
    }
    if (start == null || end == null || end < start) {
      throw json.invalid(
          start == null ? "start" : "end",
          "start 和 end 要一起给出，且 start 不大于 end。",
          "start and end go together, and start is not beyond end.");
    }
    return new Span(start, end);
  }

  private static BadRequest unknown(JsonObject json, String field, String label, String... known) {
    String all = Stream.of(known).collect(Collectors.joining(", "));
    String shown = JsonObject.shortened(label);
    return json.malformed(
        field,
        "字段 " + field + " 的值“" + shown + "”不认识，可用：" + all + "。",
        "Unknown value \"" + shown + "\" of " + field + ". Known values: " + all + ".");
  }
}
