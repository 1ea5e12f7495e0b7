package com.replylinter.normalize;

import com.replylinter.normalize.NormalizedText.Disguise;
import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds a text for comparison. Rules' literals go through the very same folds, so spelling never
 * separates the two.
 *
 * <p>First every code point is folded by itself (noise, width, case, look-alikes, script). Then
 * separators are dropped: white space, quotation marks, emoji and other symbols, unless they hold a
 * Latin or numeric word together (3.5, a_b, 10:30). Punctuation stays. A clause ends after
 * punctuation, and where separators were dropped if the pieces on both sides are at least two
 * characters long; in {@code 抬 头 要 是} they are not.
 */
public final class TextNormalizer {
  private static final CodePointFold FOLD =
      new NoiseFold()
          .then(new WidthFold())
          .then(new CaseFold())
          .then(new LookalikeFold())
          .then(new ScriptFold());

  /** Marks code points whose fold is not exactly one UTF-16 unit. */
  private static final char SEVERAL = 0xFFFF;

  private static final char[] TABLE = tabulate();
  private static final String PUNCTUATION = ",.!?;:、。…\n()";
  private static final String OPENING_QUOTES = "\"“「『";
  private static final String CLOSING_QUOTES = "\"”」』";
  private static final String QUOTES = "\"'“”‘’「」『』【】《》〈〉[]{}<>";
  private static final String SYMBOLS_OF_VALUE = "%¥$+@";
  private static final String JOINERS = ".-_/:@?=&#*'";

  private TextNormalizer() {}

  /** Folds {@code original}; never fails, whatever it contains. */
  public static NormalizedText normalize(String original) {
    return normalize(original, null);
  }

  /** Folds {@code original}, and undoes disguises that hold symbols before these are dropped. */
  static NormalizedText normalize(String original, @Nullable VariantFold symbols) {
    Folded folded = folded(original);
    if (symbols != null) {
      String text = new String(folded.chars, 0, folded.length);
      List<Edit> edits = symbols.edits(text);
      if (!edits.isEmpty()) {
        return folded.edited(edits).dropSeparators();
      }
    }
    return folded.dropSeparators();
  }

  /** Folds code points only; separators and symbols stay. */
  static String foldCharacters(String original) {
    Folded folded = folded(original);
    return new String(folded.chars, 0, folded.length);
  }

  /** Whether a folded code unit is dropped wherever it stands. */
  static boolean isSymbol(char c) {
    return !isWord(c) && PUNCTUATION.indexOf(c) < 0 && JOINERS.indexOf(c) < 0;
  }

  private static Folded folded(String original) {
    Folded folded = new Folded(original);
    for (int i = 0; i < original.length(); ) {
      char c = original.charAt(i);
      char single = TABLE[c];
      if (single != SEVERAL) {
        folded.add(single, i, i + 1);
        i++;
      } else {
        int codePoint = original.codePointAt(i);
        int end = i + Character.charCount(codePoint);
        String several = FOLD.fold(codePoint);
        for (int k = 0; k < several.length(); k++) {
          folded.add(several.charAt(k), i, end);
        }
        i = end;
      }
    }
    return folded;
  }

  /** The folded characters alone, for literals. */
  public static String fold(String literal) {
    int i = 0;
    while (i < literal.length()
        && isHan(literal.charAt(i))
        && TABLE[literal.charAt(i)] == literal.charAt(i)) {
      i++;
    }
    if (i == literal.length()) {
      return literal;
    }
    return normalize(literal).text();
  }

  /** A traditional character that is folded to {@code c}; itself if there is none. */
  public static String traditional(char c) {
    return ScriptFold.traditional(c);
  }

  /** Whether {@code c} is a Chinese character. */
  public static boolean isHan(char c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == '〇';
  }

  /** Whether {@code c} is a small Latin letter or a digit, as folded text has them. */
  public static boolean isLatinOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  /**
   * Han characters have only their script to fold, Hangul syllables and private-use ones nothing.
   */
  private static char[] tabulate() {
    ScriptFold script = new ScriptFold();
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      if (isHan((char) c)) {
        table[c] = script.fold(c).charAt(0);
      } else if ((c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xE000 && c <= 0xF8FF)) {
        table[c] = (char) c;
      } else {
        String folded = Character.isSurrogate((char) c) ? "" : FOLD.fold(c);
        table[c] = folded.length() == 1 ? folded.charAt(0) : SEVERAL;
      }
    }
    return table;
  }

  private static boolean isWord(char c) {
    return isHan(c)
        || isLatinOrDigit(c)
        || (c >= 0x80 && Character.isLetterOrDigit(c))
        || SYMBOLS_OF_VALUE.indexOf(c) >= 0;
  }

  /** Growing parallel arrays: a character and the original range it came from. */
  private static final class Folded {
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;
    private final String source;
    private final List<Disguise> disguises = new ArrayList<>(0);

    Folded(String source) {
      int capacity = source.length() + 8;
      this.source = source;
      chars = new char[capacity];
      starts = new int[capacity];
      ends = new int[capacity];
    }

    void add(char c, int start, int end) {
      if (length == chars.length) {
        chars = Arrays.copyOf(chars, 2 * length);
        starts = Arrays.copyOf(starts, 2 * length);
        ends = Arrays.copyOf(ends, 2 * length);
      }
      chars[length] = c;
      starts[length] = start;
      ends[length++] = end;
    }

    /** The same with replacements made; each character of one stands for all it replaces. */
    Folded edited(List<Edit> edits) {
      Folded edited = new Folded(source);
      int at = 0;
      for (Edit edit : edits) {
        edited.copy(this, at, edit.start());
        for (int k = 0; k < edit.by().length(); k++) {
          edited.add(edit.by().charAt(k), starts[edit.start()], ends[edit.end() - 1]);
        }
        edited.disguises.add(
            new Disguise(new Span(starts[edit.start()], ends[edit.end() - 1]), edit.by()));
        at = edit.end();
      }
      edited.copy(this, at, length);
      return edited;
    }

    private void copy(Folded from, int start, int end) {
      for (int i = start; i < end; i++) {
        add(from.chars[i], from.starts[i], from.ends[i]);
      }
    }

    /** Compacts the arrays in place, then numbers the clauses. */
    NormalizedText dropSeparators() {
      int[] gaps = new int[length + 2];
      int gapCount = 0;
      int kept = 0;
      int quoteStart = -1;
      BitSet quoted = new BitSet();
      for (int i = 0; i < length; i++) {
        char c = chars[i];
        if (quoteStart >= 0 && CLOSING_QUOTES.indexOf(c) >= 0) {
          quoted.set(quoteStart, kept);
          quoteStart = -1;
        } else if (OPENING_QUOTES.indexOf(c) >= 0) {
          quoteStart = kept;
        }
        boolean joiner = JOINERS.indexOf(c) >= 0 && joins(i, kept);
        if (isWord(c) || joiner || (PUNCTUATION.indexOf(c) >= 0 && !isDotInsideWord(c, i))) {
          chars[kept] = c;
          starts[kept] = starts[i];
          ends[kept++] = ends[i];
          if (!joiner && !isWord(c)) {
            gapCount = noteGap(gaps, gapCount, kept, true);
          }
        } else if (mayEndClause(c, i, kept)) {
          gapCount = noteGap(gaps, gapCount, kept, false);
        }
      }
      return new NormalizedText(
          source,
          new String(chars, 0, kept),
          Arrays.copyOf(starts, kept),
          Arrays.copyOf(ends, kept),
          clauses(gaps, gapCount, kept),
          quoted,
          disguises);
    }

    private boolean joins(int i, int kept) {
      return kept > 0
          && isLatinOrDigit(chars[kept - 1])
          && ends[kept - 1] == starts[i]
          && i + 1 < length
          && isLatinOrDigit(chars[i + 1])
          && chars[i] != '?';
    }

    /**
     * Quotation marks and brackets end no clause, nor does a blank beside a Latin word or number.
     */
    private boolean mayEndClause(char c, int i, int kept) {
      boolean latinBefore = kept > 0 && isLatinOrDigit(chars[kept - 1]);
      boolean latinAfter = i + 1 < length && isLatinOrDigit(chars[i + 1]);
      return QUOTES.indexOf(c) < 0 && !(c == ' ' && (latinBefore || latinAfter));
    }

    /**
     * A full stop typed between two Chinese characters of one word, as in 微.信, separates nothing.
     */
    private boolean isDotInsideWord(char c, int i) {
      return c == '.' && i > 0 && i + 1 < length && isHan(chars[i + 1]);
    }

    /** Gaps are kept as position * 2, plus 1 if punctuation made them. */
    private static int noteGap(int[] gaps, int count, int position, boolean hard) {
      if (count > 0 && gaps[count - 1] >> 1 == position) {
        gaps[count - 1] |= hard ? 1 : 0;
        return count;
      }
      gaps[count] = position << 1 | (hard ? 1 : 0);
      return count + 1;
    }

    private static int[] clauses(int[] gaps, int count, int kept) {
      int[] clauses = new int[kept];
      int clause = 0;
      int from = 0;
      int previous = 0;
      for (int g = 0; g < count; g++) {
        int position = gaps[g] >> 1;
        int next = g + 1 < count ? gaps[g + 1] >> 1 : kept;
        boolean ends = (gaps[g] & 1) == 1 || (position - previous >= 2 && next - position >= 2);
        if (ends && position > from) {
          Arrays.fill(clauses, from, position, clause++);
          from = position;
        }
        previous = position;
      }
      Arrays.fill(clauses, from, kept, clause);
      return clauses;
    }
  }
}
