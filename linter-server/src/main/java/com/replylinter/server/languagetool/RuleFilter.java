package com.replylinter.server.languagetool;

import com.replylinter.phrasebook.RuleId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rules a client wants to hear. Rules and families go by names in LanguageTool's manner, such
 * as {@code INVOICE_REFUSE} in {@code INVOICE}; {@code invoice/refuse} is understood too.
 *
 * @param enabledRules heard though their family is disabled
 * @param disabledRules not heard
 * @param enabledCategories families that are heard if {@code enabledOnly}
 * @param disabledCategories families that are not heard
 * @param enabledOnly whether only what is enabled is heard
 */
record RuleFilter(
    Set<String> enabledRules,
    Set<String> disabledRules,
    Set<String> enabledCategories,
    Set<String> disabledCategories,
    boolean enabledOnly) {
  RuleFilter {
    enabledRules = Set.copyOf(enabledRules);
    disabledRules = Set.copyOf(disabledRules);
    enabledCategories = Set.copyOf(enabledCategories);
    disabledCategories = Set.copyOf(disabledCategories);
  }

  /**
   * Reads it from a request.
   *
   * @throws ApiFault if what it asks for contradicts itself
   */
  static RuleFilter of(Parameters parameters) {
    RuleFilter filter =
        new RuleFilter(
            names(parameters, "enabledRules"),
            names(parameters, "disabledRules"),
            names(parameters, "enabledCategories"),
            names(parameters, "disabledCategories"),
            parameters.isTrue("enabledOnly"));
    if (filter.enabledOnly) {
      if (!filter.disabledRules.isEmpty() || !filter.disabledCategories.isEmpty()) {
        throw ApiFault.badRequest(
            "You cannot specify disabled rules or categories using enabledOnly=true");
      }
      if (filter.enabledRules.isEmpty() && filter.enabledCategories.isEmpty()) {
        throw ApiFault.badRequest(
            "You must specify enabled rules or categories when using enabledOnly=true");
      }
    }
    return filter;
  }

  /** Whether a rule is heard. */
  boolean admits(RuleId rule) {
    boolean enabled = enabledRules.contains(name(rule));
    String category = category(rule);
    if (enabledOnly) {
      return enabled || enabledCategories.contains(category);
    }
    return !disabledRules.contains(name(rule))
        && (enabled || !disabledCategories.contains(category));
  }

  /** A rule's name in LanguageTool's manner. */
  static String name(RuleId rule) {
    return name(rule.toString());
  }

  /** The name of a rule's family in LanguageTool's manner. */
  static String category(RuleId rule) {
    return name(rule.family());
  }

  private static Set<String> names(Parameters parameters, String list) {
    return parameters.list(list).stream()
        .map(RuleFilter::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String name(String id) {
    return id.toUpperCase(Locale.ROOT).replace('/', '_').replace('-', '_');
  }
}
