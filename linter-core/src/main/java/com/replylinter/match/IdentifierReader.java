package com.replylinter.match;

import com.replylinter.match.DigitRun.Cut;
import com.replylinter.match.Identifier.Kind;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.TextNormalizer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes one run of digits apart: first what its own digits prove to be a phone or a card, then what
 * is left, by its length alone.
 */
final class IdentifierReader {
  static final int SHORTEST = 5;
  private static final int LONGEST = 20;
  private static final int LONGEST_NAME = 11;
  private static final int SHORTEST_ORDER = 12;
  private static final int MOBILE = 11;
  private static final int ID_CARD = 18;

  /** Most characters of a Latin word, such as a link, before a number inside it. */
  private static final int LONGEST_WORD = 200;

  /** Letters that may stand directly before a number and are none of its own. */
  private static final Set<String> LABELS =
      Set.of("q", "qq", "v", "vx", "wx", "wechat", "weixin", "tel", "phone", "mobile", "no", "id");

  /** How a phone number is split where commas stand between its pieces. */
  private static final Set<String> PHONE_PIECES =
      Set.of("344", "38", "335", "443", "47", "37", "48", "334");

  /** What is measured is no name. */
  private static final String UNITS = "元块角毛%折天个件米斤克升寸码岁年月";

  private final NormalizedText text;
  private final DigitRun run;

  IdentifierReader(NormalizedText text, DigitRun run) {
    this.text = text;
    this.run = run;
  }

  /** What a stretch of the run is, judged by itself; null if nothing. */
  private interface Test {
    @Nullable Kind kind(int from, int to);
  }

  /** Adds the run's identifiers, in order. */
  void read(List<Identifier> found) {
    int rest = 0;
    for (int from = 0; from < run.length(); ) {
      Identifier proven = longest(from, run.length(), this::proven);
      if (proven == null) {
        from = nextCut(from);
      } else {
        readRest(rest, from, found);
        found.add(proven);
        from += proven.digits().length();
        rest = from;
      }
    }
    readRest(rest, run.length(), found);
  }

  private void readRest(int start, int end, List<Identifier> found) {
    for (int from = start; from < end; ) {
      Identifier name = longest(from, end, this::unproven);
      if (name == null) {
        from = nextCut(from);
      } else {
        found.add(name);
        from += name.digits().length();
      }
    }
  }

  private int nextCut(int from) {
    int next = from + 1;
    while (next < run.length() && run.cutBefore(next) == Cut.NONE) {
      next++;
    }
    return next;
  }

  private @Nullable Identifier longest(int from, int end, Test test) {
    if (end - from < SHORTEST || !mayBegin(from)) {
      return null;
    }
    for (int to = Math.min(end, from + LONGEST); to - from >= SHORTEST; to--) {
      if (run.cutBefore(to) != Cut.NONE) {
        Kind kind = mayEnd(to) ? test.kind(from, to) : null;
        if (kind != null) {
          return new Identifier(kind, run.hit(from, to), run.symbols(from, to));
        }
      }
    }
    return null;
  }

  private @Nullable Kind proven(int from, int to) {
    int length = to - from;
    if (length < 10) {
      return null;
    }
    String symbols = run.symbols(from, to);
    boolean masked = symbols.indexOf(DigitRun.MASK) >= 0;
    boolean listed = run.deepestCut(from, to) == Cut.LIST;
    if (length == ID_CARD && !listed && CheckDigits.isIdCard(symbols)) {
      return Kind.ID_CARD;
    }
    if (symbols.indexOf(DigitRun.TEN) >= 0) {
      return null;
    }
    boolean card =
        masked
            ? CheckDigits.isMaskedBankCard(symbols)
            : CheckDigits.isBankCard(symbols) && isSplitAsCard(run.pieces(from, to));
    if (card && !listed) {
      return Kind.BANK_CARD;
    }
    boolean split = !listed || isSplitAsPhone(run.pieces(from, to));
    return split && isPhone(withoutCountry(symbols), masked) ? Kind.PHONE : null;
  }

  private static boolean isPhone(String symbols, boolean masked) {
    if (masked) {
      char second = symbols.charAt(1);
      return symbols.length() == MOBILE
          && (symbols.charAt(0) == '0'
              || (symbols.charAt(0) == '1' && (second >= '3' || second == DigitRun.MASK)));
    }
    return PhoneNumbers.isMobile(symbols)
        || PhoneNumbers.isLandLine(symbols)
        || PhoneNumbers.isHotline(symbols);
  }

  private static String withoutCountry(String symbols) {
    for (String prefix : List.of("86", "0086", "086")) {
      if (symbols.length() == prefix.length() + MOBILE && symbols.startsWith(prefix)) {
        return symbols.substring(prefix.length());
      }
    }
    return symbols;
  }

  private @Nullable Kind unproven(int from, int to) {
    String symbols = run.symbols(from, to);
    String pieces = run.pieces(from, to);
    if (run.deepestCut(from, to) == Cut.LIST
        || symbols.indexOf(DigitRun.TEN) >= 0
        || !isSplitAsName(pieces)) {
      return null;
    }
    int length = to - from;
    int end = run.hit(from, to).end();
    if (length >= SHORTEST_ORDER) {
      return symbols.indexOf(DigitRun.MASK) < 0 ? Kind.ORDER : null;
    }
    boolean name =
        length <= LONGEST_NAME && symbols.charAt(0) != '0' && !isMeasured(end) && !isDecimal(to);
    return name ? Kind.LONG : null;
  }

  /** Whether pieces of a card number are as people write them: 4444, 6-13, or digit by digit. */
  private static boolean isSplitAsCard(String pieces) {
    return pieces.length() <= 2
        || allBetween(pieces.substring(0, pieces.length() - 1), '3', '6')
        || allBetween(pieces, '1', '2');
  }

  /**
   * Pieces between commas may be a list of sizes; they make a phone number only if split as one.
   */
  private static boolean isSplitAsPhone(String pieces) {
    return PHONE_PIECES.contains(pieces) || allBetween(pieces, '1', '1');
  }

  /** Nothing but its length tells such a number, so 10-20-30 is none. */
  private static boolean isSplitAsName(String pieces) {
    return pieces.length() == 1 || allBetween(pieces, '3', '5') || allBetween(pieces, '1', '1');
  }

  private static boolean allBetween(String pieces, char least, char most) {
    return pieces.chars().allMatch(c -> c >= least && c <= most);
  }

  private boolean isMeasured(int end) {
    return end < text.length() && UNITS.indexOf(text.charAt(end)) >= 0;
  }

  /** 19999.50 is an amount, 2026-11-22 a date. */
  private boolean isDecimal(int to) {
    return to < run.length()
        && run.cutBefore(to) == Cut.SPLIT
        && text.isJoined(run.hit(to - 1, to).end());
  }

  /** Whether a number may begin at a symbol: not inside a Latin word, such as a link. */
  private boolean mayBegin(int from) {
    int start = run.hit(from, from + 1).start();
    int least = Math.max(0, start - LONGEST_WORD);
    int word = start;
    while (word > least && text.isJoined(word) && Latin.isNamePart(text.charAt(word - 1))) {
      word--;
    }
    String before = text.text().substring(word, start);
    int letters = 0;
    while (letters < before.length() && TextNormalizer.isLatinOrDigit(before.charAt(letters))) {
      letters++;
    }
    boolean plain = before.chars().noneMatch(c -> (c >= 'a' && c <= 'z') || c == '@');
    return plain
        || (LABELS.contains(before.substring(0, letters))
            && before.chars().skip(letters).allMatch(c -> ":-_#".indexOf(c) >= 0));
  }

  /** Whether a number may end before a symbol: not in 60%, 12345mah, 12345@qq.com. */
  private boolean mayEnd(int to) {
    int end = run.hit(to - 1, to).end();
    if (!text.isJoined(end)) {
      return true;
    }
    char next = text.charAt(end);
    return !isLetter(next)
        && next != '@'
        && next != '%'
        && !("._-/".indexOf(next) >= 0
            && end + 1 < text.length()
            && isLetter(text.charAt(end + 1)));
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
