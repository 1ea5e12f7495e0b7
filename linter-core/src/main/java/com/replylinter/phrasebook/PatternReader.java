package com.replylinter.phrasebook;

import com.replylinter.phrasebook.Pattern.Anchored;
import com.replylinter.phrasebook.Pattern.AnyOf;
import com.replylinter.phrasebook.Pattern.Literal;
import com.replylinter.phrasebook.Pattern.Maybe;
import com.replylinter.phrasebook.Pattern.Reference;
import com.replylinter.phrasebook.Pattern.Sequence;
import com.replylinter.phrasebook.Pattern.Together;
import com.replylinter.phrasebook.PatternParser.PatternSyntaxException;
import com.replylinter.phrasebook.Rule.WrittenPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads patterns out of YAML values and checks, once all files are read, that the names in them
 * exist.
 */
final class PatternReader {
  private final List<Use> uses = new ArrayList<>();

  private final Map<YamlNode, Pattern> clues = new LinkedHashMap<>();

  private record Use(YamlNode at, String name) {}

  /** A pattern that starts a search: it must contain a word that always stands there. */
  Optional<WrittenPattern> readClue(YamlNode value) {
    Optional<WrittenPattern> read = read(value, 0);
    read.ifPresent(written -> mustHaveWord(value, written));
    return read;
  }

  /** Notes that a pattern starts a search. */
  void mustHaveWord(YamlNode value, WrittenPattern pattern) {
    clues.put(value, pattern.pattern());
  }

  /**
   * The pattern of one YAML scalar, from its {@code skip}th character on; empty after reporting
   * what is wrong.
   */
  Optional<WrittenPattern> read(YamlNode value, int skip) {
    String source = value.text().substring(Math.min(skip, value.text().length()));
    try {
      Pattern pattern = PatternParser.parse(source);
      names(source, pattern).forEach(name -> uses.add(new Use(value, name)));
      return Optional.of(new WrittenPattern(source, pattern));
    } catch (PatternSyntaxException e) {
      value.problemAt(skip + e.offset(), "模式写错了：" + e.getMessage());
      return Optional.empty();
    }
  }

  /** Notes a name that must be that of a list or built in. */
  void mustExist(YamlNode at, String name) {
    uses.add(new Use(at, name));
  }

  /** Reports every name that is neither a list nor built in. */
  void checkReferences(Set<String> lists) {
    for (Use use : uses) {
      if (!lists.contains(use.name()) && !BuiltIn.NAMES.contains(use.name())) {
        use.at().problem("没有名叫“" + use.name() + "”的词表");
      }
    }
  }

  /** Reports every list that contains itself. */
  void checkCycles(Map<String, WordList> lists) {
    Map<String, Set<String>> edges = new HashMap<>();
    lists.forEach(
        (name, list) -> {
          Set<String> to = new LinkedHashSet<>();
          list.entries().forEach(entry -> to.addAll(names(entry.source(), entry.pattern())));
          edges.put(name, to);
        });
    Set<String> done = new LinkedHashSet<>();
    for (String name : edges.keySet()) {
      visit(name, edges, new LinkedHashSet<>(), done);
    }
  }

  /** Reports every clue that may match without any literal. */
  void checkClues(Map<String, WordList> lists) {
    Map<String, Boolean> known = new HashMap<>();
    clues.forEach(
        (at, pattern) -> {
          if (!hasLiteral(pattern, lists, known)) {
            at.problem("这个模式可能一个固定的字词都不含，请至少写上一个一定会出现的词");
          }
        });
  }

  private static boolean hasLiteral(
      Pattern pattern, Map<String, WordList> lists, Map<String, Boolean> known) {
    if (pattern instanceof Reference reference) {
      WordList list = lists.get(reference.name());
      Boolean before = known.get(reference.name());
      if (list == null || before != null) {
        return before != null && before;
      }
      boolean all =
          list.entries().stream().allMatch(entry -> hasLiteral(entry.pattern(), lists, known));
      known.put(reference.name(), all);
      return all;
    } else if (pattern instanceof AnyOf any) {
      return any.options().stream().allMatch(option -> hasLiteral(option, lists, known));
    } else if (pattern instanceof Anchored anchored) {
      return hasLiteral(anchored.part(), lists, known);
    } else if (pattern instanceof Together together) {
      return together.parts().stream().anyMatch(part -> hasLiteral(part, lists, known));
    } else if (pattern instanceof Sequence sequence) {
      return sequence.parts().stream().anyMatch(part -> hasLiteral(part, lists, known));
    }
    return pattern instanceof Literal;
  }

  private void visit(
      String name, Map<String, Set<String>> edges, Set<String> path, Set<String> done) {
    if (done.contains(name)) {
      return;
    }
    if (!path.add(name)) {
      uses.stream()
          .filter(use -> use.name().equals(name))
          .findFirst()
          .ifPresent(use -> use.at().problem("词表互相包含：" + String.join(" → ", path) + " → " + name));
      return;
    }
    edges.getOrDefault(name, Set.of()).forEach(next -> visit(next, edges, path, done));
    path.remove(name);
    done.add(name);
  }

  /** Every list or entity that a pattern names. */
  private static Set<String> names(String source, Pattern pattern) {
    if (source.indexOf('<') < 0) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>();
    collect(pattern, names);
    return names;
  }

  private static void collect(Pattern pattern, Set<String> names) {
    if (pattern instanceof Reference reference) {
      names.add(reference.name());
    } else if (pattern instanceof AnyOf any) {
      any.options().forEach(option -> collect(option, names));
    } else if (pattern instanceof Maybe maybe) {
      collect(maybe.part(), names);
    } else if (pattern instanceof Anchored anchored) {
      collect(anchored.part(), names);
    } else if (pattern instanceof Together together) {
      together.parts().forEach(part -> collect(part, names));
    } else if (pattern instanceof Sequence sequence) {
      sequence.parts().forEach(part -> collect(part, names));
      for (Pattern.Gap gap : sequence.gaps()) {
        if (gap.without() != null) {
          collect(gap.without(), names);
        }
      }
    } else if (!(pattern instanceof Literal)) {
      throw new IllegalStateException("unknown pattern " + pattern);
    }
  }
}
