package com.replylinter.judge;

import com.replylinter.judge.CompiledRule.CompiledClue;
import com.replylinter.judge.Judge.Bait;
import com.replylinter.match.Hit;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.PatternIndex.Compiled;
import com.replylinter.match.Scan;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the trap questions among what the buyer said and nobody has answered yet. */
final class Traps {
  private final PatternIndex index;
  private final Dismissals dismissals;
  private final Map<Integer, Clue> clues;
  private final BitSet numbers = new BitSet();

  /** A pattern of a trap rule. */
  record Clue(CompiledRule rule, CompiledClue clue, Compiled say) {}

  /**
   * Traps of a phrasebook.
   *
   * @param clues by their number in the index
   */
  Traps(PatternIndex index, Dismissals dismissals, Map<Integer, Clue> clues) {
    this.index = index;
    this.dismissals = dismissals;
    this.clues = clues;
    clues.keySet().forEach(numbers::set);
  }

  /** The traps that are open, one a rule, in order of the rules' ids. */
  List<Bait> open(Conversation conversation, Circumstances circumstances) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    Map<RuleId, Bait> baits = new TreeMap<>();
    for (int turn : conversation.unansweredTurns()) {
      Scan scan = conversation.scan(turn);
      BitSet due = index.due(scan, numbers);
      for (int number = due.nextSetBit(0); number >= 0; number = due.nextSetBit(number + 1)) {
        Clue clue = clues.get(number);
        if (clue != null && asks(clue, scan, conversation, circumstances)) {
          Rule rule = clue.rule().rule();
          baits.putIfAbsent(rule.id(), new Bait(rule, turn));
        }
      }
    }
    return new ArrayList<>(baits.values());
  }

  private boolean asks(
      Clue clue, Scan scan, Conversation conversation, Circumstances circumstances) {
    if (!circumstances.apply(clue.rule().rule()) || !circumstances.hold(clue.clue().when())) {
      return false;
    }
    for (Hit hit : index.matches(scan, clue.say())) {
      if (!dismissals.isExcused(clue.rule(), clue.clue(), hit, scan, conversation, circumstances)) {
        return true;
      }
    }
    return false;
  }
}
