package com.replylinter.normalize;

import com.replylinter.automaton.Automaton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds disguised spellings in folded text: of those that overlap the leftmost, and of these the
 * longest.
 *
 * <p>A Latin spelling must not cut a longer run of letters, and directly before a short number it
 * is the name of a model (VX260), not a word.
 */
final class VariantFold {
  /** Digits of a number that is an account rather than a model. */
  private static final int ACCOUNT_DIGITS = 5;

  /** What a run of letters has in it that is a link. */
  private static final List<String> LINK_SIGNS =
      List.of("http", "www.", ".com", ".cn", ".net", ".hk", ".top", ".shop", ".vip", ".cc");

  private final Automaton automaton;
  private final String[] spellings;
  private final List<List<Variant>> variants = new ArrayList<>();

  /**
   * A fold of these variants.
   *
   * @param variants folded
   * @param innocent longer words in which a spelling means nothing, folded
   */
  VariantFold(List<Variant> variants, Collection<String> innocent) {
    Map<String, List<Variant>> bySpelling = new LinkedHashMap<>();
    for (Variant variant : variants) {
      bySpelling.computeIfAbsent(variant.spelling(), key -> new ArrayList<>()).add(variant);
    }
    innocent.forEach(word -> bySpelling.put(word, List.of()));
    this.spellings = bySpelling.keySet().toArray(String[]::new);
    this.variants.addAll(bySpelling.values());
    this.automaton = new Automaton(List.of(spellings));
  }

  /** The replacements to make, in order and apart. */
  List<Edit> edits(String text) {
    List<Edit> found = new ArrayList<>(0);
    Links links = new Links(text);
    automaton.scan(
        text,
        (spelling, end) -> {
          int start = end - spellings[spelling].length();
          if (variants.get(spelling).isEmpty()) {
            found.add(new Edit(start, end, spellings[spelling]));
          } else if (isWhole(text, start, end) && !links.hold(start, end)) {
            for (Variant variant : variants.get(spelling)) {
              if (isBeside(text, start, end, variant.beside())) {
                found.add(new Edit(start, end, variant.meaning()));
                return;
              }
            }
          }
        });
    return found.isEmpty() ? found : apart(text, found);
  }

  private static List<Edit> apart(String text, List<Edit> found) {
    found.sort(
        (a, b) ->
            a.start() != b.start()
                ? Integer.compare(a.start(), b.start())
                : Integer.compare(b.end(), a.end()));
    List<Edit> apart = new ArrayList<>();
    int free = 0;
    for (Edit edit : found) {
      if (edit.start() >= free) {
        free = edit.end();
        apart.add(edit);
      }
    }
    apart.removeIf(
        edit ->
            text.startsWith(edit.by(), edit.start())
                && edit.by().length() == edit.end() - edit.start());
    return apart;
  }

  private static boolean isWhole(String text, int start, int end) {
    boolean cutsBefore =
        start > 0 && isLetter(text.charAt(start)) && isLetter(text.charAt(start - 1));
    boolean latinEnd = isLetter(text.charAt(end - 1));
    boolean cutsAfter = latinEnd && end < text.length() && isLetter(text.charAt(end));
    int digits = latinEnd ? digitsFrom(text, end) : 0;
    return !cutsBefore && !cutsAfter && (digits == 0 || digits >= ACCOUNT_DIGITS);
  }

  /** The links of a text. A run of letters is looked at once, though it hold many spellings. */
  private static final class Links {
    private final String text;
    private int from;
    private int to;
    private boolean isLink;

    Links(String text) {
      this.text = text;
    }

    /** Whether a link holds the spelling: taobao in item.taobao.com is a name, not a word. */
    boolean hold(int start, int end) {
      if (!isLetter(text.charAt(start))) {
        return false;
      }
      if (start < from || end > to || !isLinkPart(text.charAt(end - 1))) {
        from = start;
        while (from > 0 && isLinkPart(text.charAt(from - 1))) {
          from--;
        }
        to = end;
        while (to < text.length() && isLinkPart(text.charAt(to))) {
          to++;
        }
        String run = text.substring(from, to);
        isLink = LINK_SIGNS.stream().anyMatch(run::contains);
      }
      boolean answer = isLink;
      if (!isLinkPart(text.charAt(end - 1))) {
        to = from; // what is more than letters is no run to remember
      }
      return answer;
    }
  }

  private static boolean isLinkPart(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || "._-/:".indexOf(c) >= 0;
  }

  private static boolean isBeside(String text, int start, int end, Variant.Beside beside) {
    if (beside.after().isEmpty() && beside.before().isEmpty()) {
      return true;
    }
    for (String word : beside.after()) {
      if (standsBefore(text, start, word)) {
        return true;
      }
    }
    for (String word : beside.before()) {
      boolean there =
          switch (word) {
            case Variant.Beside.LATIN -> end < text.length() && isLetter(text.charAt(end));
            case Variant.Beside.NUMBER -> digitsFrom(text, end) >= ACCOUNT_DIGITS;
            default -> standsAfter(text, end, word);
          };
      if (there) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word ends there; blanks between its characters do not count. */
  private static boolean standsBefore(String text, int end, String word) {
    int at = end - 1;
    for (int i = word.length() - 1; i >= 0; i--, at--) {
      while (at >= 0 && text.charAt(at) == ' ') {
        at--;
      }
      if (at < 0 || text.charAt(at) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word begins there; blanks between its characters do not count. */
  private static boolean standsAfter(String text, int start, String word) {
    int at = start;
    for (int i = 0; i < word.length(); i++, at++) {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      if (at == text.length() || text.charAt(at) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int digitsFrom(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end - at;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
