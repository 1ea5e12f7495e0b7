package com.replylinter.phrasebook;

import com.replylinter.phrasebook.Rule.Allowance;
import com.replylinter.phrasebook.Rule.Clue;
import com.replylinter.phrasebook.Rule.Exceptions;
import com.replylinter.phrasebook.Rule.Kind;
import com.replylinter.phrasebook.Rule.Status;
import com.replylinter.phrasebook.Rule.Wording;
import com.replylinter.phrasebook.Rule.WrittenPattern;
import com.replylinter.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns one rule file into a rule, reporting everything that is wrong with it. */
final class RuleReader {
  /** Fields of a rule in the order in which a new file has them. */
  static final List<String> FIELDS_IN_ORDER =
      List.of(
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
          "from",
          "until",
          "wordings",
          "match",
          "allowed",
          "unless",
          "unless-anywhere",
          "unless-asked",
          "unless-said",
          "own-data",
          "over",
          "commits",
          "rewrites",
          "examples");

  static final Set<String> FIELDS = new TreeSet<>(FIELDS_IN_ORDER);
  static final Set<String> CLUE_FIELDS =
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
              "unless-said",
              "own-data",
              "sure",
              "shop",
              "from",
              "until"));
  static final Set<String> WORDING_FIELDS =
      new TreeSet<>(
          Set.of("severity", "title", "message", "why", "rewrites", "shop", "from", "until"));
  static final Set<String> ALLOWANCE_FIELDS = new TreeSet<>(Set.of("say", "shop", "from", "until"));
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
      ExampleReader reader = new ExampleReader(isTrap(fields));
      kinds.items("bad").forEach(node -> examples.add(reader.read(true, node)));
      kinds.items("good").forEach(node -> examples.add(reader.read(false, node)));
    }
    Voice voice =
        new Voice(
            choice(fields, "severity", Severity.class, Severity.BLOCK),
            fields.text("title"),
            fields.text("message"),
            fields.text("why"),
            new RewriteReader(patterns).read(fields.items("rewrites")));
    Rule rule =
        new Rule(
            id.orElse(new RuleId("unknown", "unknown")),
            ids(fields.items("aliases")),
            voice,
            choice(fields, "kind", Kind.class, Kind.STATEMENT),
            fields.get("status") == null
                ? Status.STABLE
                : choice(fields, "status", Status.class, Status.STABLE),
            fields.items("penalties").stream().map(RuleReader::penalty).toList(),
            ConditionReader.condition(fields),
            fields.items("wordings").stream().map(node -> wording(node, voice)).toList(),
            fields.items("match").stream().map(node -> clue(node, isTrap(fields))).toList(),
            exceptions(fields),
            fields.items("allowed").stream().map(this::allowance).toList(),
            new CommitsReader(patterns).read(fields.get("commits")),
            ids(fields.items("over")),
            examples);
    if (rule.kind() == Kind.STYLE && rule.severity() != Severity.REMIND) {
      root.problem("kind 为 style 的规则只管语气，severity 要写 remind");
    }
    return id.map(known -> rule);
  }

  private static boolean isTrap(YamlNode.Fields fields) {
    YamlNode kind = fields.get("kind");
    return kind != null && kind.isScalar() && kind.text().equals(Kind.TRAP.label());
  }

  private Clue clue(YamlNode node, boolean trap) {
    if (node.isScalar()) {
      return new Clue(
          null, null, clues(List.of(node)), null, 1, Exceptions.NONE, false, Condition.ALWAYS);
    }
    YamlNode.Fields fields = node.fields(CLUE_FIELDS);
    if ((fields.get("say") == null) == (fields.get("notice") == null)) {
      node.problem("“say”和“notice”要写一个，也只能写一个");
    }
    YamlNode asked = fields.get("asked");
    YamlNode about = fields.get("about");
    if (trap && (asked != null || about != null)) {
      node.problem("陷阱规则（kind: trap）看的就是买家的话，这里不能写 asked 和 about");
    }
    boolean led = asked != null || about != null;
    return new Clue(
        about == null ? null : asked == null ? lead(about) : pattern(about),
        asked == null ? null : lead(asked),
        led ? patterns(fields.items("say")) : clues(fields.items("say")),
        notice(fields.get("notice")),
        times(fields.get("times")),
        exceptions(fields),
        Boolean.TRUE.equals(ConditionReader.truth(fields.get("sure"))),
        ConditionReader.condition(fields));
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

  /**
   * A question or topic starts the search instead of the patterns, so it is it that needs a word.
   */
  private @Nullable WrittenPattern lead(YamlNode node) {
    WrittenPattern lead = pattern(node);
    if (lead != null) {
      patterns.mustHaveWord(node, lead);
    }
    return lead;
  }

  private Allowance allowance(YamlNode node) {
    YamlNode.Fields fields = node.fields(ALLOWANCE_FIELDS);
    if (fields.get("say") == null) {
      node.problem("缺少字段“say”");
    }
    return new Allowance(ConditionReader.condition(fields), patterns(fields.items("say")));
  }

  private Wording wording(YamlNode node, Voice usual) {
    YamlNode.Fields fields = node.fields(WORDING_FIELDS);
    List<YamlNode> rewrites = fields.items("rewrites");
    return new Wording(
        circumstances(node, fields),
        new Voice(
            fields.get("severity") == null
                ? usual.severity()
                : choice(fields, "severity", Severity.class, usual.severity()),
            textOr(fields.get("title"), usual.title()),
            textOr(fields.get("message"), usual.message()),
            textOr(fields.get("why"), usual.why()),
            rewrites.isEmpty() ? usual.rewrites() : new RewriteReader(patterns).read(rewrites)));
  }

  /** A condition that must be one: without it, the rest would belong to the rule itself. */
  private static Condition circumstances(YamlNode node, YamlNode.Fields fields) {
    if (ConditionReader.FIELDS.stream().allMatch(key -> fields.get(key) == null)) {
      node.problem("这里要写明在什么情况下适用：shop、from 或 until");
    }
    return ConditionReader.condition(fields);
  }

  private static String textOr(@Nullable YamlNode node, String otherwise) {
    return node == null ? otherwise : node.text();
  }

  private Exceptions exceptions(YamlNode.Fields fields) {
    return new Exceptions(
        patterns(fields.items("unless")),
        patterns(fields.items("unless-anywhere")),
        patterns(fields.items("unless-asked")),
        patterns(fields.items("unless-said")),
        isFine(fields.get("own-data")));
  }

  private static boolean isFine(@Nullable YamlNode node) {
    if (node != null && !node.text().equals("fine")) {
      node.problem("“own-data”不能是“" + node.text() + "”；可以写：fine");
    }
    return node != null;
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
    sources(fields.items("source"));
    Period period = ConditionReader.period(fields);
    return new Penalty(
        points(fields.get("points")), fields.text("basis"), source, period.from(), period.until());
  }

  /** The same values, after reporting every one that is no document. */
  static List<YamlNode> sources(List<YamlNode> nodes) {
    for (YamlNode node : nodes) {
      if (!SOURCES.contains(node.text())) {
        node.problem("“source”不能是“" + node.text() + "”；可以写：" + String.join("、", SOURCES));
      }
    }
    return nodes;
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
}
