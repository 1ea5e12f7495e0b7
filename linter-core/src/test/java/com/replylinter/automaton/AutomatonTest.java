package com.replylinter.automaton;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AutomatonTest {

  /** Against the naive search, over a small alphabet so that words nest, overlap and repeat. */
  @Test
  void findsWhatTheNaiveSearchFinds() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      Set<String> words = new LinkedHashSet<>();
      int count = 1 + random.nextInt(12);
      while (words.size() < count) {
        words.add(word(random, 1 + random.nextInt(4)));
      }
      List<String> literals = new ArrayList<>(words);
      String text = word(random, random.nextInt(40));
      Set<String> expected = new TreeSet<>();
      for (int i = 0; i < literals.size(); i++) {
        for (int at = text.indexOf(literals.get(i));
            at >= 0;
            at = text.indexOf(literals.get(i), at + 1)) {
          expected.add(i + "@" + (at + literals.get(i).length()));
        }
      }
      Set<String> found = new TreeSet<>();
      new Automaton(literals).scan(text, (literal, end) -> found.add(literal + "@" + end));
      assertEquals(expected, found, () -> literals + " in " + text);
    }
  }

  @Test
  void anEmptyDictionaryFindsNothing() {
    List<Integer> found = new ArrayList<>();
    new Automaton(List.of()).scan("发票", (literal, end) -> found.add(literal));
    assertEquals(List.of(), found);
  }

  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append("开票ab".charAt(random.nextInt(4)));
    }
    return word.toString();
  }
}
