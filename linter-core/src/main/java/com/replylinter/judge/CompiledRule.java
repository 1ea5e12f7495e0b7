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

  /** A pattern as written and compiled. */
  record CompiledPattern(WrittenPattern written, Compiled compiled) {
    private static CompiledPattern of(WrittenPattern written, PatternIndex.Builder index) {
      return new CompiledPattern(written, index.add(written.pattern()));
    }

    private static CompiledPattern ofClue(WrittenPattern written, PatternIndex.Builder index) {
      return new CompiledPattern(written, index.addClue(written.pattern()));
    }
  }

  /** A clue with its patterns compiled. */
  record CompiledClue(
      Rule.Clue written,
      @Nullable CompiledPattern about,
      @Nullable CompiledPattern asked,
      List<CompiledPattern> say,
      @Nullable Notice notice,
      CompiledExceptions exceptions) {}

  /** What is no offence, compiled. */
  record CompiledAllowance(Condition when, List<CompiledPattern> say) {}

  /** What clears a match, compiled. */
  record CompiledExceptions(
      List<CompiledPattern> near,
      List<CompiledPattern> anywhere,
      List<CompiledPattern> asked,
      List<CompiledPattern> said,
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
              clue,
              about == null
                  ? null
                  : asked == null
                      ? CompiledPattern.ofClue(about, index)
                      : CompiledPattern.of(about, index),
              asked == null ? null : CompiledPattern.ofClue(asked, index),
              clue.say().stream()
                  .map(
                      say ->
                          led ? CompiledPattern.of(say, index) : CompiledPattern.ofClue(say, index))
                  .toList(),
              Notice.named(clue.notice()),
              CompiledExceptions.of(clue.exceptions(), index)));
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

  private static List<CompiledPattern> compile(
      List<WrittenPattern> written, PatternIndex.Builder index) {
    return written.stream().map(each -> CompiledPattern.of(each, index)).toList();
  }
}
