package com.replylinter.normalize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words that stand for other words. Where several begin at one place, the longest counts.
 *
 * @param words the words and what each stands for, the longest first
 */
public record Renames(List<Map.Entry<String, String>> words) {
  /** Nothing stands for anything else. */
  public static final Renames NONE = new Renames(List.of());

  /** Keeps an immutable copy of the list. */
  public Renames {
    words = List.copyOf(words);
  }

  /**
   * Each key stands for its value.
   *
   * @param words keys of at least one character
   */
  public static Renames of(Map<String, String> words) {
    return new Renames(
        words.entrySet().stream()
            .map(word -> Map.entry(word.getKey(), word.getValue()))
            .sorted(
                Comparator.comparingInt((Map.Entry<String, String> word) -> -word.getKey().length())
                    .thenComparing(Map.Entry::getKey))
            .toList());
  }

  /** Whether nothing is renamed. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** The text with every word renamed. */
  public String in(String text) {
    if (isEmpty()) {
      return text;
    }
    StringBuilder renamed = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      Map.Entry<String, String> word = at(text, i);
      renamed.append(word == null ? text.substring(i, i + 1) : word.getValue());
      i += word == null ? 1 : word.getKey().length();
    }
    return renamed.toString();
  }

  /** The text with every word renamed; each new character leads back to the whole old word. */
  public NormalizedText in(NormalizedText text) {
    List<Edit> edits = new ArrayList<>(0);
    for (int i = 0; i < text.length() && !isEmpty(); ) {
      Map.Entry<String, String> word = at(text.text(), i);
      int end = word == null ? i + 1 : i + word.getKey().length();
      if (word != null) {
        edits.add(new Edit(i, end, word.getValue()));
      }
      i = end;
    }
    return edits.isEmpty() ? text : text.reworded(edits);
  }

  private Map.@Nullable Entry<String, String> at(String text, int index) {
    for (Map.Entry<String, String> word : words) {
      if (text.startsWith(word.getKey(), index)) {
        return word;
      }
    }
    return null;
  }
}
