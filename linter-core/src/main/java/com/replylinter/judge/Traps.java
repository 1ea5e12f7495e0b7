package com.replylinter.judge;

import com.replylinter.judge.CompiledBook.Entry;
import com.replylinter.judge.CompiledRule.CompiledPattern;
import com.replylinter.judge.Judge.Bait;
import com.replylinter.match.Hit;
import com.replylinter.match.PatternIndex;
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
  private final CompiledBook book;
  private final PatternIndex index;
  private final Circumstances circumstances;
  private final Conversation conversation;

  private Traps(CompiledBook book, Circumstances circumstances, Conversation conversation) {
    this.book = book;
    this.index = book.index();
    this.circumstances = circumstances;
    this.conversation = conversation;
  }

  /** The traps that are open, one a rule, in order of the rules' ids. */
  static List<Bait> open(
      CompiledBook book, Circumstances circumstances, Conversation conversation) {
    return book.inBuyersWords().isEmpty()
        ? List.of()
        : new Traps(book, circumstances, conversation).open();
  }

  private List<Bait> open() {
    Map<RuleId, Bait> baits = new TreeMap<>();
    for (int turn : conversation.unansweredTurns()) {
      Scan scan = conversation.scan(turn);
      String text = conversation.turn(turn).text();
      Defence defence = new Defence(book, circumstances, text, scan, conversation);
      BitSet due = index.due(scan, book.inBuyersWords());
      for (int number = due.nextSetBit(0); number >= 0; number = due.nextSetBit(number + 1)) {
        Entry entry = book.entries().get(number);
        Rule rule = entry.rule().rule();
        if (!baits.containsKey(rule.id()) && asks(entry, scan, defence)) {
          baits.put(rule.id(), new Bait(rule, turn));
        }
      }
    }
    return new ArrayList<>(baits.values());
  }

  private boolean asks(Entry entry, Scan scan, Defence defence) {
    if (!circumstances.apply(entry.rule().rule()) || !circumstances.hold(entry.when())) {
      return false;
    }
    for (CompiledPattern say : entry.say()) {
      for (Hit hit : index.matches(scan, say.compiled())) {
        if (defence.ofRule(entry, hit) == null) {
          return true;
        }
      }
    }
    return false;
  }
}
