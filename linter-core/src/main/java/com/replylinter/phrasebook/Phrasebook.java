package com.replylinter.phrasebook;

import com.replylinter.Platform;
import com.replylinter.likeness.LikenessModel;
import com.replylinter.normalize.Variants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every rule and word list, loaded whole.
 *
 * @param version release date and content hash, such as {@code 2026.11.22-3f9c1a}
 * @param rules in order of their ids
 * @param words by name
 * @param variants how words are disguised
 * @param platforms what differs on the platforms that the book knows of
 * @param likeness what was learned from labelled cases; null if nothing was
 * @param switches what may be switched off, rules that were left out included
 */
public record Phrasebook(
    String version,
    List<Rule> rules,
    Map<String, WordList> words,
    Variants variants,
    Map<Platform, PlatformProfile> platforms,
    @Nullable LikenessModel likeness,
    Switches switches) {
  /** Keeps immutable copies. */
  public Phrasebook {
    rules = List.copyOf(rules);
    words = Map.copyOf(words);
    platforms = Map.copyOf(platforms);
  }

  /** A phrasebook of which nothing was left out. */
  public Phrasebook(
      String version,
      List<Rule> rules,
      Map<String, WordList> words,
      Variants variants,
      Map<Platform, PlatformProfile> platforms,
      @Nullable LikenessModel likeness) {
    this(version, rules, words, variants, platforms, likeness, new Switches(rules));
  }

  /** The rule of this id or former id. */
  public Optional<Rule> rule(RuleId id) {
    return rules.stream()
        .filter(rule -> rule.id().equals(id) || rule.aliases().contains(id))
        .findFirst();
  }

  /** The same phrasebook without these rules. */
  public Phrasebook without(Set<RuleId> ids) {
    return new Phrasebook(
        version,
        rules.stream().filter(rule -> !ids.contains(rule.id())).toList(),
        words,
        variants,
        platforms,
        likeness,
        switches);
  }

  /** What differs on a platform. */
  public PlatformProfile on(Platform platform) {
    return platforms.getOrDefault(platform, PlatformProfile.PLAIN);
  }

  /** Number of rules in each family, in order of the family's name. */
  public Map<String, Integer> families() {
    Map<String, Integer> families = new TreeMap<>();
    rules.forEach(rule -> families.merge(rule.id().family(), 1, Integer::sum));
    return families;
  }
}
