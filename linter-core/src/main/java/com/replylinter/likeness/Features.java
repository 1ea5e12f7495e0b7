package com.replylinter.likeness;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * An exchange as the model sees it: channels of features, each a row of the model.
 *
 * <p>The features of a channel weigh together about as much however many they are.
 */
final class Features {
  private static final float REPLY_SENSES = 1f;
  private static final float ASKED_SENSES = 0.6f;
  private static final float EARLIER_SENSES = 0.3f;
  private static final float PAIRS = 0.7f;
  private static final float ANSWERS = 0.7f;

  private Features() {}

  /** The features of one kind that the model knows, and what each of them weighs. */
  record Channel(int[] rows, float weight) {
    static Channel of(int[] rows, int count, float weight) {
      return new Channel(
          count == rows.length ? rows : Arrays.copyOf(rows, count),
          weight / (float) Math.sqrt(Math.max(1, count)));
    }
  }

  /** Number of the row of a feature, or a negative number if it is unknown. */
  @FunctionalInterface
  interface Index {
    int row(int key);
  }

  /** The n-grams of both sides, as often as they occur. */
  static List<Channel> grams(Exchange exchange, Index index) {
    return List.of(
        grams(Side.DRAFT, exchange.draft(), index),
        grams(Side.ASKED, exchange.asked(), index),
        grams(Side.EARLIER, exchange.earlier(), index));
  }

  private static Channel grams(Side side, String text, Index index) {
    int[] rows = side.keys(text);
    int count = 0;
    for (int key : rows) {
      int row = index.row(key);
      if (row >= 0) {
        rows[count++] = row;
      }
    }
    return Channel.of(rows, count, side.weight());
  }

  /**
   * What both sides speak of: the senses of each, pairs of senses in the reply, and each sense of
   * the question with each of the reply.
   */
  static List<Channel> meanings(Exchange exchange, Thesaurus thesaurus, Index index) {
    Thesaurus.Meaning reply = thesaurus.read(exchange.draft());
    BitSet asked = thesaurus.read(exchange.asked()).senses();
    BitSet earlier = thesaurus.read(exchange.earlier()).senses();
    BitSet answers = new BitSet();
    for (int question = asked.nextSetBit(0); question >= 0; ) {
      BitSet said = reply.senses();
      for (int answer = said.nextSetBit(0); answer >= 0; answer = said.nextSetBit(answer + 1)) {
        answers.set(question * thesaurus.size() + answer);
      }
      question = asked.nextSetBit(question + 1);
    }
    return List.of(
        senses(0, reply.senses(), REPLY_SENSES, index),
        senses(1, asked, ASKED_SENSES, index),
        senses(2, earlier, EARLIER_SENSES, index),
        senses(3, reply.pairs(), PAIRS, index),
        senses(4, answers, ANSWERS, index));
  }

  private static Channel senses(int kind, BitSet numbers, float weight, Index index) {
    int[] rows = new int[numbers.cardinality()];
    int count = 0;
    for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
      long hash = ((long) kind << 32 | number) * 0xD6E8FEB86659FD93L;
      int row = index.row((int) (hash >>> 32));
      if (row >= 0) {
        rows[count++] = row;
      }
    }
    return Channel.of(rows, count, weight);
  }
}
