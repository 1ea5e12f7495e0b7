package com.replylinter.judge;

import com.replylinter.judge.CompiledBook.Entry;
import com.replylinter.judge.CompiledRule.CompiledPattern;
import com.replylinter.match.Scan;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * One text as the phrasebook reads it, and what it says whatever stands around it. What is found
 * out is kept. Not thread-safe.
 */
final class Reading {
  private final CompiledBook book;
  private final Scan scan;
  private final BitSet silent = new BitSet();
  private @Nullable BitSet due;
  private @Nullable BitSet topics;
  private @Nullable BitSet asked;

  Reading(CompiledBook book, Scan scan) {
    this.book = book;
    this.scan = scan;
  }

  Scan scan() {
    return scan;
  }

  /** Numbers of the entries for drafts of which a pattern may match; not to be changed. */
  BitSet due() {
    BitSet known = due;
    if (known == null) {
      known = book.index().due(scan, book.inDrafts());
      due = known;
    }
    return known;
  }

  /** Numbers of the entries whose topic it may name; not to be changed. */
  BitSet topics() {
    BitSet known = topics;
    if (known == null) {
      known = book.index().due(scan, book.asTopics());
      topics = known;
    }
    return known;
  }

  /** Numbers of the entries whose question it asks; not to be changed. */
  BitSet asked() {
    BitSet known = asked;
    if (known == null) {
      known = book.index().due(scan, book.inQuestions());
      for (int number = known.nextSetBit(0); number >= 0; number = known.nextSetBit(number + 1)) {
        CompiledPattern question = book.entries().get(number).clue().asked();
        if (question == null || !book.index().occurs(scan, question.compiled())) {
          known.clear(number);
        }
      }
      asked = known;
    }
    return known;
  }

  /** Whether a pattern of an entry matches. */
  boolean says(int number) {
    if (silent.get(number)) {
      return false;
    }
    Entry entry = book.entries().get(number);
    for (CompiledPattern say : entry.say()) {
      if (book.index().occurs(scan, say.compiled())) {
        return true;
      }
    }
    silent.set(number);
    return false;
  }
}
