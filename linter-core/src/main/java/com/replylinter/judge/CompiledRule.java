package com.replylinter.judge;

import com.replylinter.match.PatternIndex;
import com.replylinter.match.PatternIndex.Compiled;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Rule.WrittenPattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule with its patterns compiled. */
record CompiledRule(
    Rule rule, List<CompiledClue> clues, List<Compiled> unless, List<Compiled> unlessAnywhere, List<Compiled> unlessAsked) {

  /** A clue with its patterns compiled. */
  record CompiledClue(
      @Nullable Compiled about, @Nullable Compiled asked, List<Compiled> say, List<Compiled> unless) {}

  static CompiledRule of(Rule rule, PatternIndex.Builder index) {
    List<CompiledClue> clues = new ArrayList<>();
    for (Rule.Clue clue : rule.clues()) {
      clues.add(
          new CompiledClue(
              compile(clue.about(), index), compile(clue.asked(), index), compile(clue.say(), index), compile(clue.unless(), index)));
    }
    return new CompiledRule(
        rule,
        clues,
        compile(rule.unless(), index),
        compile(rule.unlessAnywhere(), index),
        compile(rule.unlessAsked(), index));
  }

  private static @Nullable Compiled compile(@Nullable WrittenPattern written, PatternIndex.Builder index) {
    return written == null ? null : index.add(written.pattern());
  }

  private static List<Compiled> compile(List<WrittenPattern> written, PatternIndex.Builder index) {
    return written.stream().map(each -> index.add(each.pattern())).toList();
  }
}
