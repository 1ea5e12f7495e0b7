package com.replylinter.phrasebook;

import com.replylinter.Platform;
import com.replylinter.Shop;
import com.replylinter.phrasebook.Condition.Settings;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads shop settings and days: as conditions of rules, and as what an example supposes. */
final class ConditionReader {
  /** The fields of a condition. */
  static final Set<String> FIELDS = Set.of("shop", "from", "until");

  private static final Set<String> SETTINGS =
      new TreeSet<>(Set.of("platform", "cod", "freeShipping", "presale", "custom", "returnExempt"));
  private static final Set<String> SHOP = new TreeSet<>(SETTINGS);

  static {
    SHOP.add("itemLinks");
  }

  private ConditionReader() {}

  /** The condition among these fields. */
  static Condition condition(YamlNode.Fields fields) {
    Settings settings = settings(fields.get("shop"));
    Period period = period(fields);
    return settings.equals(Settings.ANY) && period.equals(Period.ALWAYS)
        ? Condition.ALWAYS
        : new Condition(settings, period);
  }

  /** The days between {@code from} and {@code until}. */
  static Period period(YamlNode.Fields fields) {
    YamlNode end = fields.get("until");
    LocalDate from = date(fields.get("from"));
    LocalDate until = date(end);
    if (end != null && from != null && until != null && !from.isBefore(until)) {
      end.problem("“until”（" + until + "）要晚于“from”（" + from + "）");
    }
    return new Period(from, until);
  }

  private static Settings settings(@Nullable YamlNode node) {
    if (node == null) {
      return Settings.ANY;
    }
    YamlNode.Fields fields = node.fields(SETTINGS);
    Set<Platform> platforms = EnumSet.noneOf(Platform.class);
    fields.items("platform").forEach(item -> platform(item).ifPresent(platforms::add));
    return new Settings(
        platforms,
        truth(fields.get("cod")),
        truth(fields.get("freeShipping")),
        truth(fields.get("presale")),
        truth(fields.get("custom")),
        truth(fields.get("returnExempt")));
  }

  /** The shop of an example; what it does not say is as by default. */
  static Shop shop(@Nullable YamlNode node) {
    if (node == null) {
      return Shop.DEFAULT;
    }
    YamlNode.Fields fields = node.fields(SHOP);
    YamlNode where = fields.get("platform");
    List<YamlNode> links = fields.items("itemLinks");
    Shop base = Shop.DEFAULT;
    return new Shop(
        where == null ? base.platform() : platform(where).orElse(base.platform()),
        orElse(truth(fields.get("cod")), base.cod()),
        orElse(truth(fields.get("freeShipping")), base.freeShipping()),
        orElse(truth(fields.get("presale")), base.presale()),
        orElse(truth(fields.get("custom")), base.custom()),
        orElse(truth(fields.get("returnExempt")), base.returnExempt()),
        links.stream().map(YamlNode::text).toList());
  }

  private static boolean orElse(@Nullable Boolean value, boolean otherwise) {
    return value == null ? otherwise : value;
  }

  private static Optional<Platform> platform(YamlNode node) {
    String label = node.text();
    Optional<Platform> platform = Platform.of(label);
    if (platform.isEmpty() && node.isScalar()) {
      node.problem("“platform”不能是“" + label + "”；可以写：" + String.join("、", Platform.labels()));
    }
    return platform;
  }

  /** A day; null for an absent field and, after reporting it, for anything else. */
  static @Nullable LocalDate date(@Nullable YamlNode node) {
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
