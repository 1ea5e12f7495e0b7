package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Postal addresses, told by the words that end their parts (西湖区文三路478号). One begins at most two
 * characters before the first such word, so that 寄到西湖区… and 地址是西湖区… give the same.
 */
final class Addresses {
  private static final String PARTS = "省市区县州镇乡村路街道巷弄苑园号栋幢楼室";
  private static final String PLACES = "区县镇乡村路街道巷弄苑园";
  private static final int NAME = 2;
  private static final int LONGEST_PART = 8;

  private Addresses() {}

  /** Every address in the text, in order. */
  static List<Hit> of(NormalizedText text) {
    List<Hit> hits = new ArrayList<>();
    int first = -1;
    int last = -1;
    boolean place = false;
    for (int i = 0; i <= text.length(); i++) {
      boolean part = i < text.length() && PARTS.indexOf(text.charAt(i)) >= 0;
      boolean ends =
          i == text.length() || (last >= 0 && i - last > LONGEST_PART) || text.isClauseStart(i);
      if (ends && first >= 0) {
        if (place && last > first) {
          hits.add(Hit.word(begin(text, first), last + 1));
        }
        first = -1;
        last = -1;
        place = false;
      }
      if (part) {
        first = first < 0 ? i : first;
        last = i;
        place |= PLACES.indexOf(text.charAt(i)) >= 0;
      }
    }
    return hits;
  }

  private static int begin(NormalizedText text, int part) {
    int begin = part;
    while (begin > 0 && part - begin < NAME && text.sameClause(begin - 1, part)) {
      begin--;
    }
    return begin;
  }
}
