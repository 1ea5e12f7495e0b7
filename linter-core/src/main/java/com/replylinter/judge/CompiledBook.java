package com.replylinter.judge;

import com.replylinter.judge.CompiledRule.CompiledClue;
import com.replylinter.judge.CompiledRule.CompiledPattern;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.PatternIndex.Compiled;
import com.replylinter.phrasebook.Condition;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.token.Tokenizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A phrasebook compiled for judging.
 *
 * @param index every pattern of it
 * @param book the phrasebook
 * @param entries what each numbered pattern of the index starts
 * @param inDrafts the numbers to look for in drafts
 * @param asTopics the numbers that are topics
 * @param inQuestions the numbers that are questions of the buyer
 * @param inBuyersWords the numbers that are traps
 * @param noticed what no pattern can say of a draft
 * @param frames what makes a match harmless
 * @param greeting what a greeting consists of
 * @param resemblance the second opinion; null if the phrasebook has learned nothing
 * @param rules the rules that speak, by their ids
 */
record CompiledBook(
    Phrasebook book,
    PatternIndex index,
    List<Entry> entries,
    BitSet inDrafts,
    BitSet asTopics,
    BitSet inQuestions,
    BitSet inBuyersWords,
    List<Entry> noticed,
    Frames frames,
    Compiled greeting,
    @Nullable Resemblance resemblance,
    Map<RuleId, CompiledRule> rules) {

  /** A clue to weigh: {@code say} are its patterns to find in the draft. */
  record Entry(CompiledRule rule, CompiledClue clue, List<CompiledPattern> say) {
    /** The circumstances under which the clue counts. */
    Condition when() {
      return clue.written().when();
    }
  }

  static CompiledBook of(Phrasebook book, Tokenizer tokenizer) {
    PatternIndex.Builder builder = new PatternIndex.Builder(book.words(), book.variants());
    List<Entry> entries = new ArrayList<>();
    BitSet inDrafts = new BitSet();
    BitSet asTopics = new BitSet();
    BitSet inQuestions = new BitSet();
    BitSet inBuyersWords = new BitSet();
    List<Entry> noticed = new ArrayList<>();
    Map<RuleId, CompiledRule> rules = new HashMap<>();
    List<String> sample = new ArrayList<>();
    for (Rule rule : book.rules()) {
      rule.examples().forEach(example -> sample.add(example.draft()));
      if (rule.status() != Rule.Status.STABLE) {
        continue;
      }
      CompiledRule compiled = CompiledRule.of(rule, builder);
      rules.put(rule.id(), compiled);
      for (CompiledClue clue : compiled.clues()) {
        if (rule.kind() == Rule.Kind.TRAP) {
          for (CompiledPattern say : clue.say()) {
            inBuyersWords.set(entries.size());
            entries.add(new Entry(compiled, clue, List.of(say)));
          }
        } else if (clue.notice() != null) {
          noticed.add(new Entry(compiled, clue, List.of()));
        } else if (clue.asked() != null) {
          inQuestions.set(entries.size());
          entries.add(new Entry(compiled, clue, clue.say()));
        } else if (clue.about() != null) {
          asTopics.set(entries.size());
          inDrafts.set(entries.size());
          entries.add(new Entry(compiled, clue, clue.say()));
        } else {
          for (CompiledPattern say : clue.say()) {
            inDrafts.set(entries.size());
            entries.add(new Entry(compiled, clue, List.of(say)));
          }
        }
      }
    }
    Frames.Lists lists = Frames.Lists.of(builder);
    Compiled greeting = builder.add("招呼");
    PatternIndex index = builder.build(sample);
    return new CompiledBook(
        book,
        index,
        entries,
        inDrafts,
        asTopics,
        inQuestions,
        inBuyersWords,
        noticed,
        new Frames(index, lists),
        greeting,
        Resemblance.of(book, tokenizer),
        rules);
  }
}
