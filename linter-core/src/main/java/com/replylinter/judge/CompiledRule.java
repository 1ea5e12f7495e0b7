package com.replylinter.judge;

import com.replylinter.match.PatternIndex;
import com.replylinter.match.PatternIndex.Compiled;
import com.replylinter.phrasebook.Commits;
import com.replylinter.phrasebook.Condition;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Rule.WrittenPattern;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule with its patterns compiled. */
record CompiledRule(
    Rule rule,
    List<CompiledClue> clues,
    CompiledExceptions exceptions,
    List<CompiledAllowance> allowances,
    Map<Commits.Part, Compiled> commits) {

  /** A clue with its patterns compiled. */
  record CompiledClue(
      @Nullable Compiled about,
      @Nullable Compiled asked,
      List<Compiled> say,
      @Nullable Notice notice,
      int times,
      CompiledExceptions exceptions,
      boolean sure,
      Condition when) {}

  /** What is no offence, compiled. */
  record CompiledAllowance(Condition when, List<Compiled> say) {}

  /** What clears a match, compiled. */
  record CompiledExceptions(
      List<Compiled> near,
      List<Compiled> anywhere,
      List<Compiled> asked,
      List<Compiled> said,
      boolean ownData) {
    static CompiledExceptions of(Rule.Exceptions written, PatternIndex.Builder index) {
      return new CompiledExceptions(
          compile(written.near(), index),
          compile(written.anywhere(), index),
          compile(written.asked(), index),
          compile(written.said(), index),
          written.ownData());
    }
  }

  /**
   * Compiles a rule. What starts a search gets a number in the index: the question or topic of a
   * clue that has one, else each of its patterns.
   */
  static CompiledRule of(Rule rule, PatternIndex.Builder index) {
    List<CompiledClue> clues = new ArrayList<>();
    for (Rule.Clue clue : rule.clues()) {
      WrittenPattern asked = clue.asked();
      WrittenPattern about = clue.about();
      boolean led = asked != null || about != null;
      clues.add(
          new CompiledClue(
              asked == null && about != null
                  ? index.addClue(about.pattern())
                  : compile(about, index),
              asked == null ? null : index.addClue(asked.pattern()),
              clue.say().stream()
                  .map(say -> led ? index.add(say.pattern()) : index.addClue(say.pattern()))
                  .toList(),
              Notice.named(clue.notice()),
              clue.times(),
              CompiledExceptions.of(clue.exceptions(), index),
              clue.sure(),
              clue.when()));
    }
    List<CompiledAllowance> allowances =
        rule.allowances().stream()
            .map(each -> new CompiledAllowance(each.when(), compile(each.say(), index)))
            .toList();
    return new CompiledRule(
        rule,
        clues,
        CompiledExceptions.of(rule.exceptions(), index),
        allowances,
        commits(rule, index));
  }

  private static Map<Commits.Part, Compiled> commits(Rule rule, PatternIndex.Builder index) {
    Map<Commits.Part, Compiled> parts = new EnumMap<>(Commits.Part.class);
    Commits commits = rule.commits();
    if (commits != null) {
      commits.parts().forEach((part, written) -> parts.put(part, index.add(written.pattern())));
    }
    return parts;
  }

  private static @Nullable Compiled compile(
      @Nullable WrittenPattern written, PatternIndex.Builder index) {
    return written == null ? null : index.add(written.pattern());
  }

  private static List<Compiled> compile(List<WrittenPattern> written, PatternIndex.Builder index) {
    return written.stream().map(each -> index.add(each.pattern())).toList();
  }
}
