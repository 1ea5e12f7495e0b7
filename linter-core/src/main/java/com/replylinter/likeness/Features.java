package com.replylinter.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;

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
          Arrays.copyOf(rows, count), weight / (float) Math.sqrt(Math.max(1, count)));
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
    int[] rows = new int[side.count(text)];
    int[] count = {0};
    side.visit(
        text,
        (key, start, end) -> {
          int row = index.row(key);
          if (row >= 0) {
            rows[count[0]++] = row;
          }
        });
    return Channel.of(rows, count[0], side.weight());
  }

  /**
   * What both sides speak of: the senses of each, pairs of senses in the reply, and each sense of
   * the question with each of the reply.
   */
  static List<Channel> meanings(Exchange exchange, Thesaurus thesaurus, Index index) {
    SortedSet<Integer> reply = thesaurus.in(exchange.draft());
    SortedSet<Integer> asked = thesaurus.in(exchange.asked());
    SortedSet<Integer> earlier = thesaurus.in(exchange.earlier());
    List<Integer> answers = new ArrayList<>();
    for (int question : asked) {
      for (int answer : reply) {
        answers.add(question * thesaurus.size() + answer);
      }
    }
    return List.of(
        senses(0, reply, REPLY_SENSES, index),
        senses(1, asked, ASKED_SENSES, index),
        senses(2, earlier, EARLIER_SENSES, index),
        senses(3, thesaurus.pairsIn(exchange.draft()), PAIRS, index),
        senses(4, answers, ANSWERS, index));
  }

  private static Channel senses(int kind, Iterable<Integer> numbers, float weight, Index index) {
    int[] rows = new int[16];
    int count = 0;
    for (int number : numbers) {
      long hash = ((long) kind << 32 | number) * 0xD6E8FEB86659FD93L;
      int row = index.row((int) (hash >>> 32));
      if (row >= 0) {
        if (count == rows.length) {
          rows = Arrays.copyOf(rows, 2 * count);
        }
        rows[count++] = row;
      }
    }
    return Channel.of(rows, count, weight);
  }
}
