package com.replylinter.cli;

import com.replylinter.Platform;
import com.replylinter.Shop;
import com.replylinter.phrasebook.Condition;
import com.replylinter.phrasebook.Condition.Settings;
import com.replylinter.phrasebook.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shop settings and days in the words of the rule files. */
final class CircumstancesText {
  private CircumstancesText() {}

  /** What a condition asks for; empty if it asks for nothing. */
  static String of(Condition condition) {
    Settings shop = condition.shop();
    List<String> parts = new ArrayList<>();
    if (!shop.platforms().isEmpty()) {
      parts.add(
          "platform: "
              + shop.platforms().stream()
                  .sorted()
                  .map(Platform::label)
                  .collect(Collectors.joining(" | ")));
    }
    add(parts, "cod", shop.cod());
    add(parts, "freeShipping", shop.freeShipping());
    add(parts, "presale", shop.presale());
    add(parts, "custom", shop.custom());
    add(parts, "returnExempt", shop.returnExempt());
    add(parts, "from", condition.period().from());
    add(parts, "until", condition.period().until());
    return String.join(", ", parts);
  }

  /** What an example supposes that is not so by default; empty if nothing. */
  static String of(Example example) {
    Shop shop = example.shop();
    Shop usual = Shop.DEFAULT;
    List<String> parts = new ArrayList<>();
    add(parts, "platform", shop.platform() == usual.platform() ? null : shop.platform().label());
    add(parts, "cod", other(shop.cod(), usual.cod()));
    add(parts, "freeShipping", other(shop.freeShipping(), usual.freeShipping()));
    add(parts, "presale", other(shop.presale(), usual.presale()));
    add(parts, "custom", other(shop.custom(), usual.custom()));
    add(parts, "returnExempt", other(shop.returnExempt(), usual.returnExempt()));
    add(parts, "itemLinks", shop.itemLinks().isEmpty() ? null : shop.itemLinks());
    add(parts, "at", example.at());
    return String.join(", ", parts);
  }

  private static @Nullable Boolean other(boolean value, boolean usual) {
    return value == usual ? null : value;
  }

  private static void add(List<String> parts, String name, @Nullable Object value) {
    if (value != null) {
      parts.add(name + ": " + value);
    }
  }
}
