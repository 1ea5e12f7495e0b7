package com.replylinter.offline;

import com.replylinter.offline.LiteralPattern.Step;
import com.replylinter.text.Span;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Texts in which literal patterns are sought as a chat window seeks them: compatibility characters
 * and letters folded, white space and what has no width dropped, cut into clauses. Spans are those
 * of the folded texts joined.
 */
final class Haystack {
  private static final String CLAUSE_ENDS = "。,!?;\n\r\u2028\u2029";
  private static final char CUT = '\n';

  private final String joined;

  /** Where each character stands. */
  private final Map<Character, List<Integer>> begins = new HashMap<>();

  private final Map<String, List<Span>> occurrences = new HashMap<>();
  private final Map<List<String>, List<Span>> unions = new HashMap<>();

  Haystack(List<String> texts) {
    StringBuilder all = new StringBuilder();
    for (String text : texts) {
      fold(text, all);
      all.append(CUT);
    }
    joined = all.toString();
    for (int i = 0; i < joined.length(); i++) {
      begins.computeIfAbsent(joined.charAt(i), c -> new ArrayList<>()).add(i);
    }
  }

  private static void fold(String text, StringBuilder folded) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (CLAUSE_ENDS.indexOf(c) >= 0) {
        folded.append(CUT);
      } else if (!isDropped(c)) {
        folded.append(c);
      }
    }
  }

  private static boolean isDropped(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  /** Whether a word can be found at all: it is folded, and lies in one clause. */
  static boolean canHold(String word) {
    StringBuilder folded = new StringBuilder();
    fold(word, folded);
    return !word.isEmpty() && folded.toString().equals(word) && word.indexOf(CUT) < 0;
  }

  /** Every way in which the pattern matches. */
  Set<Span> hits(LiteralPattern pattern) {
    Set<Span> hits = new LinkedHashSet<>();
    for (int i = 0; i < pattern.steps().size(); i++) {
      Step step = pattern.steps().get(i);
      List<Span> words = words(step.any());
      hits = i == 0 ? new LinkedHashSet<>(words) : joined(hits, words, step.within());
      if (hits.isEmpty()) {
        break;
      }
    }
    return hits;
  }

  private Set<Span> joined(Set<Span> hits, List<Span> words, int within) {
    Set<Span> longer = new LinkedHashSet<>();
    for (Span hit : hits) {
      for (int i = firstFrom(hit.end(), words); i < words.size(); i++) {
        Span word = words.get(i);
        if (word.start() - hit.end() > within || cutBetween(hit.end(), word.start())) {
          break;
        }
        longer.add(hit.hull(word));
      }
    }
    return longer;
  }

  private static int firstFrom(int position, List<Span> words) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (words.get(middle).start() < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean cutBetween(int from, int to) {
    int cut = joined.indexOf(CUT, from);
    return cut < to;
  }

  /** Whether a word ends before the span, in its clause. */
  boolean precedes(List<String> words, Span span) {
    int clause = joined.lastIndexOf(CUT, span.start() - 1) + 1;
    String before = joined.substring(clause, span.start());
    return words.stream().anyMatch(before::contains);
  }

  /** Where any of the words stands, in order. */
  private List<Span> words(List<String> any) {
    return unions.computeIfAbsent(any, this::union);
  }

  private List<Span> union(List<String> any) {
    return any.stream()
        .flatMap(word -> occurrences.computeIfAbsent(word, this::occurrences).stream())
        .sorted(Comparator.comparingInt(Span::start))
        .toList();
  }

  private List<Span> occurrences(String word) {
    List<Span> found = new ArrayList<>();
    for (int at : begins.getOrDefault(word.charAt(0), List.of())) {
      if (joined.startsWith(word, at)) {
        found.add(new Span(at, at + word.length()));
      }
    }
    return found;
  }
}
