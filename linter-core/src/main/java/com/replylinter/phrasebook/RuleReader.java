package com.replylinter.phrasebook;

import com.replylinter.phrasebook.Rule.Clue;
import com.replylinter.phrasebook.Rule.Exceptions;
import com.replylinter.phrasebook.Rule.Kind;
import com.replylinter.phrasebook.Rule.ShopCondition;
import com.replylinter.phrasebook.Rule.Status;
import com.replylinter.phrasebook.Rule.WrittenPattern;
import com.replylinter.text.SourceFile;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns one rule file into a rule, reporting everything that is wrong with it. */
final class RuleReader {
  private static final Set<String> FIELDS =
      new TreeSet<>(
          Set.of(
              "id",
              "aliases",
              "title",
              "severity",
              "kind",
              "status",
              "message",
              "why",
              "penalties",
              "shop",
              "match",
              "unless",
              "unless-anywhere",
              "unless-asked",
              "unless-said",
              "over",
              "rewrites",
              "examples"));
  private static final Set<String> CLUE_FIELDS =
      new TreeSet<>(
          Set.of(
              "about",
              "asked",
              "say",
              "notice",
              "times",
              "unless",
              "unless-anywhere",
              "unless-asked",
              "unless-said"));
  private static final Set<String> SOURCES =
      new TreeSet<>(Set.of("D0", "D1", "D2", "D3", "D4", "outside"));

  private final PatternReader patterns;

  RuleReader(PatternReader patterns) {
    this.patterns = patterns;
  }

  Optional<Rule> read(SourceFile file, YamlNode root) {
    YamlNode.Fields fields = root.fields(FIELDS);
    Optional<RuleId> id = id(fields.text("id"), fields.get("id"));
    if (id.isPresent() && !file.name().equals(id.get() + ".yaml")) {
      root.problem("编号“" + id.get() + "”与文件路径不一致，应当放在 " + id.get() + ".yaml");
    }
    if (fields.get("match") == null) {
      root.problem("缺少字段“match”");
    }
    List<Example> examples = new ArrayList<>();
    YamlNode written = fields.get("examples");
    if (written == null) {
      root.problem("缺少字段“examples”");
    } else {
      YamlNode.Fields kinds = written.fields(new TreeSet<>(Set.of("bad", "good")));
      ExampleReader reader = new ExampleReader();
      kinds.items("bad").forEach(node -> examples.add(reader.read(true, node)));
      kinds.items("good").forEach(node -> examples.add(reader.read(false, node)));
    }
    Rule rule =
        new Rule(
            id.orElse(new RuleId("unknown", "unknown")),
            ids(fields.items("aliases")),
            fields.text("title"),
            choice(fields, "severity", Severity.class, Severity.BLOCK),
            choice(fields, "kind", Kind.class, Kind.STATEMENT),
            fields.get("status") == null
                ? Status.STABLE
                : choice(fields, "status", Status.class, Status.STABLE),
            fields.text("message"),
            fields.text("why"),
            fields.items("penalties").stream().map(RuleReader::penalty).toList(),
            shop(fields.get("shop")),
            fields.items("match").stream().map(this::clue).toList(),
            exceptions(fields),
            ids(fields.items("over")),
            fields.items("rewrites").stream().map(YamlNode::text).toList(),
            examples);
    if (rule.kind() == Kind.STYLE && rule.severity() != Severity.REMIND) {
      root.problem("kind 为 style 的规则只管语气，severity 要写 remind");
    }
    return id.map(known -> rule);
  }

  private Clue clue(YamlNode node) {
    if (node.isScalar()) {
      return new Clue(null, null, clues(List.of(node)), null, 1, Exceptions.NONE);
    }
    YamlNode.Fields fields = node.fields(CLUE_FIELDS);
    if ((fields.get("say") == null) == (fields.get("notice") == null)) {
      node.problem("“say”和“notice”要写一个，也只能写一个");
    }
    YamlNode asked = fields.get("asked");
    return new Clue(
        pattern(fields.get("about")),
        asked == null ? null : question(asked),
        asked == null ? clues(fields.items("say")) : patterns(fields.items("say")),
        notice(fields.get("notice")),
        times(fields.get("times")),
        exceptions(fields));
  }

  private static @Nullable String notice(@Nullable YamlNode node) {
    if (node != null && !BuiltIn.NOTICES.contains(node.text())) {
      String allowed = String.join("、", new TreeSet<>(BuiltIn.NOTICES));
      node.problem("“notice”不能是“" + node.text() + "”；可以写：" + allowed);
    }
    return node == null ? null : node.text();
  }

  private static int times(@Nullable YamlNode node) {
    if (node == null) {
      return 1;
    }
    if (!node.text().matches("[2-9]")) {
      node.problem("次数要写 2 到 9 的整数，不是“" + node.text() + "”");
      return 1;
    }
    return Integer.parseInt(node.text());
  }

  /** A question starts the search instead of the draft, so it is the question that needs a word. */
  private @Nullable WrittenPattern question(YamlNode node) {
    WrittenPattern question = pattern(node);
    if (question != null) {
      patterns.mustHaveWord(node, question);
    }
    return question;
  }

  private Exceptions exceptions(YamlNode.Fields fields) {
    return new Exceptions(
        patterns(fields.items("unless")),
        patterns(fields.items("unless-anywhere")),
        patterns(fields.items("unless-asked")),
        patterns(fields.items("unless-said")));
  }

  /** A condition may be one pattern or a list of them, any of which will do. */
  private @Nullable WrittenPattern pattern(@Nullable YamlNode node) {
    if (node == null) {
      return null;
    }
    List<WrittenPattern> options = patterns(node.items());
    if (options.size() <= 1) {
      return options.isEmpty() ? null : options.get(0);
    }
    return new WrittenPattern(
        String.join(" | ", options.stream().map(WrittenPattern::source).toList()),
        new Pattern.AnyOf(options.stream().map(WrittenPattern::pattern).toList()));
  }

  /** Patterns that start a search, so each needs a word that the index can look for. */
  private List<WrittenPattern> clues(List<YamlNode> nodes) {
    List<WrittenPattern> read = new ArrayList<>();
    nodes.forEach(node -> patterns.readClue(node).ifPresent(read::add));
    return read;
  }

  private List<WrittenPattern> patterns(List<YamlNode> nodes) {
    List<WrittenPattern> read = new ArrayList<>();
    nodes.forEach(node -> patterns.read(node, 0).ifPresent(read::add));
    return read;
  }

  private static Optional<RuleId> id(String text, @Nullable YamlNode node) {
    try {
      return Optional.of(RuleId.parse(text));
    } catch (IllegalArgumentException e) {
      if (node != null) {
        node.problem("规则编号要写成 family/name（小写英文和连字符），不是“" + text + "”");
      }
      return Optional.empty();
    }
  }

  private static List<RuleId> ids(List<YamlNode> nodes) {
    return nodes.stream().flatMap(node -> id(node.text(), node).stream()).toList();
  }

  private static <E extends Enum<E>> E choice(
      YamlNode.Fields fields, String key, Class<E> type, E otherwise) {
    String text = fields.text(key);
    List<String> allowed = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String label = constant.name().toLowerCase(Locale.ROOT);
      if (label.equals(text)) {
        return constant;
      }
      allowed.add(label);
    }
    YamlNode node = fields.get(key);
    if (node != null) {
      node.problem("“" + key + "”不能是“" + text + "”；可以写：" + String.join("、", allowed));
    }
    return otherwise;
  }

  private static Penalty penalty(YamlNode node) {
    YamlNode.Fields fields =
        node.fields(new TreeSet<>(Set.of("points", "basis", "source", "from", "until")));
    String source = fields.text("source");
    YamlNode sourceNode = fields.get("source");
    if (sourceNode != null && !SOURCES.contains(source)) {
      sourceNode.problem("“source”不能是“" + source + "”；可以写：" + String.join("、", SOURCES));
    }
    return new Penalty(
        points(fields.get("points")),
        fields.text("basis"),
        source,
        date(fields.get("from")),
        date(fields.get("until")));
  }

  private static @Nullable Integer points(@Nullable YamlNode node) {
    if (node == null) {
      return null;
    }
    try {
      int points = Integer.parseInt(node.text());
      if (points >= 0 && points <= 48) {
        return points;
      }
    } catch (NumberFormatException e) {
      // reported below, like a number out of range
    }
    node.problem("扣分要写 0 到 48 的整数，不是“" + node.text() + "”");
    return null;
  }

  private static @Nullable LocalDate date(@Nullable YamlNode node) {
    if (node == null) {
      return null;
    }
    try {
      return LocalDate.parse(node.text());
    } catch (DateTimeParseException e) {
      node.problem("日期要写成 2026-11-22 的样子，不是“" + node.text() + "”");
      return null;
    }
  }

  private static ShopCondition shop(@Nullable YamlNode node) {
    if (node == null) {
      return ShopCondition.ANY;
    }
    YamlNode.Fields fields = node.fields(new TreeSet<>(Set.of("cod", "freeShipping", "presale")));
    return new ShopCondition(
        truth(fields.get("cod")), truth(fields.get("freeShipping")), truth(fields.get("presale")));
  }

  /** True or false; null for an absent field and, after reporting it, for anything else. */
  static @Nullable Boolean truth(@Nullable YamlNode node) {
    if (node == null) {
      return null;
    }
    switch (node.text()) {
      case "true" -> {
        return true;
      }
      case "false" -> {
        return false;
      }
      default -> {
        node.problem("这里只能写 true 或 false");
        return null;
      }
    }
  }
}
