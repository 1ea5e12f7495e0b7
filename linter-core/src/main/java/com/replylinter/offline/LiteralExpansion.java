package com.replylinter.offline;

import com.replylinter.match.Literals;
import com.replylinter.offline.LiteralPattern.Step;
import com.replylinter.phrasebook.Pattern;
import com.replylinter.phrasebook.Pattern.AnyOf;
import com.replylinter.phrasebook.Pattern.Gap;
import com.replylinter.phrasebook.Pattern.Maybe;
import com.replylinter.phrasebook.Pattern.Reference;
import com.replylinter.phrasebook.Pattern.Sequence;
import com.replylinter.phrasebook.Pattern.Together;
import com.replylinter.phrasebook.Rule.WrittenPattern;
import com.replylinter.phrasebook.WordList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Spells out patterns as literal words. What words alone cannot tell (entities, edges of a clause)
 * is left out, so that less is found than by the pattern, in the words of a chat window.
 */
final class LiteralExpansion {
  /** What is told well enough by its first digit. */
  private static final Set<String> NUMBERS = Set.of("数字", "金额", "百分比", "天数", "时长");

  private static final Set<String> DIGITS =
      new LinkedHashSet<>(List.of("0123456789一二两三四五六七八九十半".split("")));

  /** Most characters of a number after its first digit, its unit included. */
  private static final int NUMBER_REACH = 5;

  /** Most ways through one pattern. */
  private static final int MAX_WAYS = 64;

  private final Map<String, WordList> lists;

  /** Lists whose innocent longer words matter to what was spelled out. */
  private final Set<WordList> used = new LinkedHashSet<>();

  LiteralExpansion(Map<String, WordList> lists) {
    this.lists = lists;
  }

  /** The ways in which the patterns can match; none if words cannot tell. */
  List<LiteralPattern> of(List<WrittenPattern> patterns) {
    List<LiteralPattern> all = new ArrayList<>();
    for (List<Step> way : anyOf(patterns.stream().map(WrittenPattern::pattern).toList())) {
      if (!way.isEmpty()) {
        all.add(new LiteralPattern(way));
      }
    }
    return all;
  }

  /** The innocent longer words of the lists that were needed so far. */
  List<LiteralPattern> innocent() {
    List<WrittenPattern> innocent = new ArrayList<>();
    used.forEach(list -> innocent.addAll(list.exceptions()));
    return of(innocent);
  }

  private List<List<Step>> ways(Pattern pattern) {
    Optional<Set<String>> spellings = Literals.of(pattern);
    if (spellings.isPresent()) {
      return words(spellings.get());
    }
    if (pattern instanceof Reference reference) {
      WordList list = lists.get(reference.name());
      if (list == null) {
        return NUMBERS.contains(reference.name()) ? words(DIGITS) : List.of();
      }
      used.add(list);
      return anyOf(list.entries().stream().map(WrittenPattern::pattern).toList());
    }
    if (pattern instanceof AnyOf any) {
      return anyOf(any.options());
    }
    if (pattern instanceof Maybe maybe) {
      List<List<Step>> ways = new ArrayList<>(ways(maybe.part()));
      ways.add(List.of());
      return ways;
    }
    if (pattern instanceof Sequence sequence) {
      return sequence(sequence.parts(), sequence.gaps());
    }
    if (pattern instanceof Together together) {
      return together(together);
    }
    return List.of(); // at an edge
  }

  /** Those of one step are one. */
  private List<List<Step>> anyOf(List<Pattern> options) {
    Set<String> words = new LinkedHashSet<>();
    Set<List<Step>> ways = new LinkedHashSet<>();
    for (Pattern option : options) {
      for (List<Step> way : ways(option)) {
        if (way.size() == 1) {
          words.addAll(way.get(0).any());
        } else {
          ways.add(way);
        }
      }
    }
    List<List<Step>> all = new ArrayList<>(words(words));
    all.addAll(ways);
    return all.size() > MAX_WAYS ? all.subList(0, MAX_WAYS) : all;
  }

  private List<List<Step>> sequence(List<Pattern> parts, List<Gap> gaps) {
    List<Partial> partials = List.of(new Partial(List.of(), 0));
    for (int i = 0; i < parts.size(); i++) {
      int gap = i == 0 ? 0 : reach(gaps.get(i - 1));
      List<List<Step>> ways = ways(parts.get(i));
      List<Partial> longer = new ArrayList<>();
      for (Partial partial : partials) {
        for (List<Step> way : ways) {
          if (longer.size() < MAX_WAYS) {
            longer.add(partial.then(way, gap));
          }
        }
      }
      partials = longer;
    }
    return partials.stream().map(Partial::steps).toList();
  }

  /** A way through the first parts; the gap before what follows is at least {@code open}. */
  private record Partial(List<Step> steps, int open) {
    Partial then(List<Step> way, int gap) {
      int reach = Math.max(open, gap);
      if (way.isEmpty()) {
        return new Partial(steps, reach);
      }
      List<Step> longer = new ArrayList<>(steps);
      longer.add(new Step(way.get(0).any(), steps.isEmpty() ? 0 : reach));
      longer.addAll(way.subList(1, way.size()));
      Step last = longer.get(longer.size() - 1);
      return new Partial(longer, last.any().containsAll(DIGITS) ? NUMBER_REACH : 0);
    }
  }

  /** So many characters that nothing which is forbidden between can stand there. */
  private int reach(Gap gap) {
    Pattern without = gap.without();
    if (without == null || gap.max() == 0) {
      return gap.max();
    }
    int shortest = ways(without).stream().mapToInt(LiteralExpansion::length).min().orElse(1);
    return Math.min(gap.max(), Math.max(0, shortest - 1));
  }

  private static int length(List<Step> way) {
    return way.stream()
        .mapToInt(step -> step.any().stream().mapToInt(String::length).min().orElse(0))
        .sum();
  }

  private List<List<Step>> together(Together together) {
    if (together.parts().size() != 2) {
      return List.of();
    }
    Gap between = new Gap(together.distance(), false, null);
    List<Pattern> parts = together.parts();
    List<List<Step>> ways = new ArrayList<>(sequence(parts, List.of(between)));
    ways.addAll(sequence(List.of(parts.get(1), parts.get(0)), List.of(between)));
    return ways;
  }

  /** One way of one step; none if no word can be written inside a clause. */
  private static List<List<Step>> words(Set<String> spellings) {
    List<String> any = spellings.stream().filter(Haystack::canHold).toList();
    return any.isEmpty() ? List.of() : List.of(List.of(new Step(any, 0)));
  }
}
