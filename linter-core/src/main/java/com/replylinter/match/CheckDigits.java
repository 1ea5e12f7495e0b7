package com.replylinter.match;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/** Numbers that carry a check digit: bank cards and ID cards. */
final class CheckDigits {
  private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String ID_CHECKS = "10x98765432";
  private static final int SHORTEST_CARD = 14;
  private static final int OLDEST = 1900;
  private static final int YOUNGEST = 2099;

  /** First two digits of the provinces' codes (GB/T 2260). */
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83");

  private CheckDigits() {}

  /** Whether an issuer's prefix, the length that belongs to it and the check digit (Luhn) agree. */
  static boolean isBankCard(String digits) {
    return digits.length() >= SHORTEST_CARD && hasIssuer(digits, digits.length()) && luhn(digits);
  }

  /** Whether the digits that are not masked, and the length, are those of a card. */
  static boolean isMaskedBankCard(String symbols) {
    return symbols.length() >= SHORTEST_CARD && hasIssuer(symbols, symbols.length());
  }

  /** Whether a number of this length may be a card of an issuer, told by its first digits. */
  private static boolean hasIssuer(String first, int length) {
    if (first.substring(0, 4).indexOf(DigitRun.MASK) >= 0) {
      return false;
    }
    int four = Integer.parseInt(first.substring(0, 4));
    int two = four / 100;
    return switch (two / 10) {
      case 6 -> (two == 62 && length >= 16 && length <= 19) || (isDomestic(two) && length >= 16);
      case 4 -> length == 16 || (length == 19 && (four == 4367 || four == 4563 || four == 4270));
      case 5 -> two >= 51 && two <= 55 && length == 16;
      case 2 -> four >= 2221 && four <= 2720 && length == 16;
      case 3 ->
          two == 35
              ? length == 16
              : (two == 34 || two == 37) ? length == 15 : two == 36 && length == 14;
      case 9 -> isDomestic(two) && length >= 16 && length <= 19;
      case 1 -> four / 10 == 103 && length == 19;
      default -> false;
    };
  }

  /** Prefixes of cards that banks issued before UnionPay's 62. */
  private static boolean isDomestic(int two) {
    return two == 60 || two == 68 || two == 69 || two == 90 || (two >= 94 && two <= 98);
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  /**
   * Whether these 18 symbols are an ID-card number: province, date of birth, check character. Where
   * some are masked, the province must do.
   */
  static boolean isIdCard(String symbols) {
    if (!PROVINCES.contains(symbols.substring(0, 2))) {
      return false;
    }
    if (symbols.indexOf(DigitRun.MASK) >= 0) {
      return true;
    }
    int sum = 0;
    for (int i = 0; i < ID_WEIGHTS.length; i++) {
      sum += (symbols.charAt(i) - '0') * ID_WEIGHTS[i];
    }
    return ID_CHECKS.charAt(sum % 11) == symbols.charAt(17) && isDate(symbols.substring(6, 14));
  }

  private static boolean isDate(String digits) {
    int year = Integer.parseInt(digits.substring(0, 4));
    if (year < OLDEST || year > YOUNGEST) {
      return false;
    }
    try {
      LocalDate.of(
          year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6)));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
