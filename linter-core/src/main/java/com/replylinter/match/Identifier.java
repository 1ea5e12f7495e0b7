package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A number that names somebody or something.
 *
 * @param kind what it names
 * @param hit where, in the folded text
 * @param digits its digits as Arabic ones, {@code *} where they are masked
 */
public record Identifier(Kind kind, Hit hit, String digits) {

  /** What a number names. */
  public enum Kind {
    /** A mobile number, land line, or 400 or 800 line. */
    PHONE,
    BANK_CARD,
    ID_CARD,
    /** A number of an order or a parcel: long, and none of the others. */
    ORDER,
    /** Any other number of 5 to 11 digits, such as a QQ number. */
    LONG
  }

  /** Every identifier in the text, in order; they do not overlap. */
  static List<Identifier> of(NormalizedText text) {
    List<Identifier> found = new ArrayList<>();
    for (DigitRun run : DigitRun.of(text)) {
      if (run.length() >= IdentifierReader.SHORTEST) {
        new IdentifierReader(text, run).read(found);
      }
    }
    return found;
  }

  /** The places of the identifiers of some kinds. */
  static List<Hit> hits(NormalizedText text, Set<Kind> kinds) {
    List<Hit> hits = new ArrayList<>();
    for (Identifier each : of(text)) {
      if (kinds.contains(each.kind)) {
        hits.add(each.hit);
      }
    }
    return hits;
  }

  /** Whether both may be the same number; a masked digit may be any. */
  public boolean agreesWith(Identifier other) {
    if (digits.length() != other.digits.length()) {
      return false;
    }
    for (int i = 0; i < digits.length(); i++) {
      char a = digits.charAt(i);
      char b = other.digits.charAt(i);
      if (a != b && a != DigitRun.MASK && b != DigitRun.MASK) {
        return false;
      }
    }
    return true;
  }
}
