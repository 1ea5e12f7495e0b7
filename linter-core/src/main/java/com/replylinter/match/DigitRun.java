package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Digits that stand together, in whatever numerals and however they are split: 138 0000 0000,
 * 1-3-8-…, 幺三八零…, 138****0000.
 *
 * <p>Each digit or masking sign is one symbol. A number may begin and end only where the run is
 * cut: inside 12345678 there is no 4567.
 */
final class DigitRun {
  /** Stands for a digit that is masked. */
  static final char MASK = '*';

  /** The check character of an ID-card number that stands for ten. */
  static final char TEN = 'x';

  /** What stands between two symbols; the later, the more it takes to read across. */
  enum Cut {
    /** Nothing at all. */
    NONE,
    /** Nothing, but the numerals change from Arabic to Chinese or back. */
    NUMERALS,
    /** Blanks, emoji and other signs that were dropped, or a hyphen, full stop or underscore. */
    SPLIT,
    /** Punctuation as it also stands between the members of a list. */
    LIST
  }

  private static final char NO_DIGIT = 0;
  private static final String CHINESE = "零一二三四五六七八九";
  private static final String FORMAL = "〇壹贰叁肆伍陆柒捌玖";

  /** How digits are read over the telephone; as a beginning they would be ordinary words. */
  private static final String SPOKEN = "洞幺两叁肆伍陆拐捌勾";

  private static final String MASKS = "*＊×●•·○■_＿";
  private static final String SPLITS = "-._";
  private static final String LISTS = ",、。()/";
  private static final int LONGEST_SPLIT = 8;

  private final StringBuilder symbols = new StringBuilder();
  private int[] starts = new int[24];
  private int[] ends = new int[24];
  private Cut[] cuts = new Cut[24];

  private DigitRun() {}

  /** Every run in the text, in order. */
  static List<DigitRun> of(NormalizedText text) {
    List<DigitRun> runs = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      if (digit(text.charAt(i), false) == NO_DIGIT) {
        i++;
      } else {
        DigitRun run = new DigitRun();
        i = run.read(text, i);
        runs.add(run);
      }
    }
    return runs;
  }

  /** Number of symbols. */
  int length() {
    return symbols.length();
  }

  /** The symbols from {@code from} to {@code to}: digits, {@link #MASK}, {@link #TEN}. */
  String symbols(int from, int to) {
    return symbols.substring(from, to);
  }

  /** What stands before a symbol; before the first one as much as can be. */
  Cut cutBefore(int symbol) {
    return symbol == 0 || symbol == length() ? Cut.LIST : cuts[symbol];
  }

  /** The deepest cut between the symbols from {@code from} to {@code to}. */
  Cut deepestCut(int from, int to) {
    Cut deepest = Cut.NONE;
    for (int i = from + 1; i < to; i++) {
      deepest = cuts[i].compareTo(deepest) > 0 ? cuts[i] : deepest;
    }
    return deepest;
  }

  /** Lengths of the pieces between splits from {@code from} to {@code to}, as one digit each. */
  String pieces(int from, int to) {
    StringBuilder pieces = new StringBuilder();
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || cuts[i].compareTo(Cut.SPLIT) >= 0) {
        pieces.append((char) ('0' + Math.min(9, i - start)));
        start = i;
      }
    }
    return pieces.toString();
  }

  /** The place of the symbols from {@code from} to {@code to}. */
  Hit hit(int from, int to) {
    return Hit.word(starts[from], ends[to - 1]);
  }

  /** Reads on from a digit; returns where the run ends. */
  private int read(NormalizedText text, int start) {
    add(digit(text.charAt(start), false), start, start + 1, Cut.LIST);
    int at = start + 1;
    while (at < text.length()) {
      String dropped = text.droppedBefore(at);
      int masks = masks(dropped);
      boolean joined = dropped.isEmpty();
      char c = text.charAt(at);
      if (c == TEN && joined && xMasks(text, at) >= 2) {
        int end = at + xMasks(text, at);
        for (; at < end; at++) {
          add(MASK, at, at + 1, Cut.NONE);
        }
        continue;
      }
      char digit = digit(c, joined);
      if (digit == NO_DIGIT) {
        if (c == TEN && joined && length() >= 17) {
          add(TEN, at, at + 1, Cut.NONE);
          return at + 1;
        }
        boolean sign = SPLITS.indexOf(c) >= 0 || LISTS.indexOf(c) >= 0;
        if (!sign || at + 1 >= text.length() || digit(text.charAt(at + 1), false) == NO_DIGIT) {
          return at;
        }
        Cut cut = SPLITS.indexOf(c) >= 0 ? Cut.SPLIT : Cut.LIST;
        at++;
        add(digit(text.charAt(at), false), at, at + 1, cut);
      } else if (masks >= 2) {
        for (int i = 0; i < masks; i++) {
          add(MASK, at, at, Cut.NONE);
        }
        add(digit, at, at + 1, Cut.NONE);
      } else if (dropped.length() > LONGEST_SPLIT) {
        return at;
      } else {
        boolean sameNumerals = Numbers.isDigit(c) == Numbers.isDigit(text.charAt(at - 1));
        add(digit, at, at + 1, !joined ? Cut.SPLIT : sameNumerals ? Cut.NONE : Cut.NUMERALS);
      }
      at++;
    }
    return at;
  }

  private void add(char symbol, int start, int end, Cut cut) {
    int at = length();
    if (at == starts.length) {
      starts = Arrays.copyOf(starts, 2 * at);
      ends = Arrays.copyOf(ends, 2 * at);
      cuts = Arrays.copyOf(cuts, 2 * at);
    }
    symbols.append(symbol);
    starts[at] = start;
    ends[at] = end;
    cuts[at] = cut;
  }

  /** The Arabic digit that {@code c} stands for; {@link #NO_DIGIT} if for none. */
  private static char digit(char c, boolean inside) {
    if (Numbers.isDigit(c)) {
      return c;
    }
    if (c == 'o') {
      return inside ? '0' : NO_DIGIT;
    }
    if (c < '〇') {
      return NO_DIGIT;
    }
    int value = CHINESE.indexOf(c);
    value = value < 0 ? FORMAL.indexOf(c) : value;
    value = value < 0 && (inside || c == '幺') ? SPOKEN.indexOf(c) : value;
    return value < 0 ? NO_DIGIT : (char) ('0' + value);
  }

  /** Number of masking signs if nothing but them and blanks was dropped, else 0. */
  private static int masks(String dropped) {
    int masks = 0;
    for (int i = 0; i < dropped.length(); i++) {
      char c = dropped.charAt(i);
      if (MASKS.indexOf(c) >= 0) {
        masks++;
      } else if (!Character.isWhitespace(c)) {
        return 0;
      }
    }
    return masks;
  }

  /** Length of the run of x at {@code at} if a digit follows it, else 0. */
  private static int xMasks(NormalizedText text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == TEN && (end == at || text.isJoined(end))) {
      end++;
    }
    return end < text.length() && Numbers.isDigit(text.charAt(end)) ? end - at : 0;
  }
}
