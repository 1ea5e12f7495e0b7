package com.replylinter.phrasebook;

import java.util.List;

/**
 * The tables of a phrasebook: one row a rule, and one row each for what a rule has several of.
 *
 * @param name the table's name
 * @param columns the fields, in order
 */
record TableLayout(String name, List<Column> columns) {
  static final String ID = "id";
  static final String RULE = "rule";
  static final String SIDE = "side";
  static final String FILE = "file";
  static final String LIST = "list";
  static final String ENTRY = "entry";

  private static final Column OF_RULE = text(RULE, "规则");
  private static final Column SHOP = yaml("shop", "店铺条件");
  private static final Column FROM = text("from", "开始日");
  private static final Column UNTIL = text("until", "结束日（不含）");
  private static final Column SEVERITY = text("severity", "级别");
  private static final Column TITLE = text("title", "标题");
  private static final Column MESSAGE = text("message", "提示");
  private static final Column WHY = text("why", "原因");
  private static final Column REWRITES = texts("rewrites", "改写");
  private static final Column UNLESS = texts("unless", "例外（同一小句）");
  private static final Column UNLESS_ANYWHERE = texts("unless-anywhere", "例外（整条回复）");
  private static final Column UNLESS_ASKED = texts("unless-asked", "例外（买家说过）");
  private static final Column UNLESS_SAID = texts("unless-said", "例外（店里说过）");
  private static final Column OWN_DATA = text("own-data", "买家自己的信息");

  static final TableLayout RULES =
      of(
          "规则",
          text(ID, "编号"),
          TITLE,
          SEVERITY,
          text("kind", "类型"),
          text("status", "状态"),
          MESSAGE,
          WHY,
          REWRITES,
          UNLESS,
          UNLESS_ANYWHERE,
          UNLESS_ASKED,
          UNLESS_SAID,
          OWN_DATA,
          texts("over", "先于"),
          yaml("commits", "承诺"),
          SHOP,
          FROM,
          UNTIL,
          texts("aliases", "曾用编号"));

  static final TableLayout MATCH =
      of(
          "写法",
          OF_RULE,
          texts("about", "话题"),
          texts("asked", "买家问"),
          texts("say", "说法"),
          text("notice", "整体情况"),
          text("times", "次数"),
          UNLESS,
          UNLESS_ANYWHERE,
          UNLESS_ASKED,
          UNLESS_SAID,
          OWN_DATA,
          text("sure", "确定"),
          SHOP,
          FROM,
          UNTIL);

  static final TableLayout EXAMPLES =
      of(
          "例子",
          OF_RULE,
          text(SIDE, "违规 bad／合规 good"),
          yaml("talk", "之前的对话"),
          text("buyer", "买家的话"),
          text("draft", "客服的回复"),
          yaml("shop", "店铺"),
          text("at", "日期"));

  static final TableLayout PENALTIES =
      of(
          "处罚",
          OF_RULE,
          text("points", "分值"),
          text("basis", "依据"),
          text("source", "文件"),
          FROM,
          UNTIL);

  static final TableLayout WORDINGS =
      of("另一种说法", OF_RULE, SHOP, FROM, UNTIL, SEVERITY, TITLE, MESSAGE, WHY, REWRITES);

  static final TableLayout ALLOWED = of("允许", OF_RULE, texts("say", "说法"), SHOP, FROM, UNTIL);

  static final TableLayout WORDS =
      of("词表", text(FILE, "文件"), text(LIST, "词表"), text(ENTRY, "词或模式"));

  /** Every table, in the order in which they are shown. */
  static final List<TableLayout> ALL =
      List.of(RULES, MATCH, EXAMPLES, PENALTIES, WORDINGS, ALLOWED, WORDS);

  /** The fields whose items have a table of their own, examples aside. */
  static final List<String> ITEM_FIELDS = List.of("match", "penalties", "wordings", "allowed");

  private static TableLayout of(String name, Column... columns) {
    return new TableLayout(name, List.of(columns));
  }

  private static Column text(String key, String label) {
    return new Column(key, label, Shape.TEXT);
  }

  private static Column texts(String key, String label) {
    return new Column(key, label, Shape.TEXTS);
  }

  private static Column yaml(String key, String label) {
    return new Column(key, label, Shape.YAML);
  }

  /** The first row. */
  List<String> header() {
    return columns.stream().map(column -> column.key + " " + column.label).toList();
  }

  /** The column of a field, counted from 0; -1 if there is none. */
  int indexOf(String key) {
    return columns.stream().map(Column::key).toList().indexOf(key);
  }

  /** The tables whose rows are the items of one field of a rule, by that field. */
  static TableLayout ofItems(String field) {
    return switch (field) {
      case "match" -> MATCH;
      case "penalties" -> PENALTIES;
      case "wordings" -> WORDINGS;
      case "allowed" -> ALLOWED;
      default -> throw new IllegalArgumentException(field);
    };
  }

  /**
   * A field of a table.
   *
   * @param key the field as files name it
   * @param label what it is called
   * @param shape how a cell holds its value
   */
  record Column(String key, String label, Shape shape) {}

  /** How a cell holds a value. */
  enum Shape {
    /** One text. */
    TEXT,
    /** Several texts, one a line. */
    TEXTS,
    /** YAML in braces or brackets. */
    YAML
  }
}
