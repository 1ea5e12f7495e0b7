package com.replylinter.judge;

import com.replylinter.judge.CompiledRule.CompiledClue;
import com.replylinter.judge.CompiledRule.CompiledPattern;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.PatternIndex.Compiled;
import com.replylinter.normalize.TextNormalizer;
import com.replylinter.phrasebook.Condition;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.phrasebook.Template;
import com.replylinter.token.Tokenizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param noAnswer what greets or asks to wait and surely answers nothing
 * @param othersOrder what tells that the talk is about somebody else's order
 * @param resemblance the second opinion; null if the phrasebook has learned nothing
 * @param rules the rules that speak, by their ids
 * @param slots what the slots of the rules' rewrites are filled with, by name
 * @param recommended the rules' own rewrites, folded: what they recommend resembles no offence
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
    Compiled noAnswer,
    Compiled othersOrder,
    @Nullable Resemblance resemblance,
    Map<RuleId, CompiledRule> rules,
    Map<String, Compiled> slots,
    Set<String> recommended) {

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
    Map<String, Compiled> slots = new HashMap<>();
    Set<String> recommended = new HashSet<>();
    List<String> sample = new ArrayList<>();
    for (Rule rule : book.rules()) {
      rule.examples().forEach(example -> sample.add(example.draft()));
      if (rule.status() != Rule.Status.STABLE) {
        continue;
      }
      CompiledRule compiled = CompiledRule.of(rule, builder);
      rules.put(rule.id(), compiled);
      for (String rewrite : rule.everyRewrite()) {
        recommended.add(TextNormalizer.fold(rewrite));
        if (Template.hasSlots(rewrite)) {
          Template.of(rewrite).slots().forEach(slot -> slots.computeIfAbsent(slot, builder::add));
        }
      }
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
    Compiled noAnswer = builder.add("空招呼");
    Compiled othersOrder = builder.add("他人的单");
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
        noAnswer,
        othersOrder,
        Resemblance.of(book, tokenizer),
        rules,
        slots,
        recommended);
  }
}
