package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a number says: one value, or the least and most of a range.
 *
 * @param least the value, or the least one
 * @param most the same, or the largest one
 */
public record Quantity(BigDecimal least, BigDecimal most) {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String FORMAL = "〇壹贰叁肆伍陆柒捌玖";
  private static final String SPOKEN = "洞幺两叁肆伍陆拐捌勾";
  private static final String UNITS = "十百千万";
  private static final String FORMAL_UNITS = "拾佰仟萬";
  private static final String DROPPED_RANGES = "~～—–―－〜∼";
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal DAYS_OF_WEEK = BigDecimal.valueOf(7);

  private static Quantity of(BigDecimal value) {
    return new Quantity(value, value);
  }

  /** Whether it is one value. */
  public boolean isExact() {
    return least.compareTo(most) == 0;
  }

  private Quantity times(BigDecimal factor) {
    return new Quantity(least.multiply(factor), most.multiply(factor));
  }

  private Quantity plus(Quantity other) {
    return new Quantity(least.add(other.least), most.add(other.most));
  }

  /**
   * The value of a count of days or weeks, as {@code <天数>} finds them; null if it names none, as in
   * 几天, or counts months, whose days differ.
   */
  public static @Nullable Quantity days(NormalizedText text, Hit hit) {
    Hit number = Numbers.at(text, hit.start());
    Quantity count = number == null ? null : of(text, number);
    if (number == null || count == null) {
      return null;
    }
    String unit = text.text().substring(number.end(), hit.end());
    if (unit.contains("月") || "来多几".indexOf(unit.charAt(0)) >= 0) {
      return null;
    }
    boolean weeks = unit.startsWith("周") || unit.contains("星期") || unit.contains("礼拜");
    return weeks ? count.times(DAYS_OF_WEEK) : count;
  }

  /** The value of an amount of money in yuan, as {@code <金额>} finds them; null if it names none. */
  public static @Nullable Quantity amount(NormalizedText text, Hit hit) {
    int start = text.charAt(hit.start()) == '¥' ? hit.start() + 1 : hit.start();
    Quantity total = null;
    BigDecimal tenth = BigDecimal.ONE;
    for (int at = start; at < hit.end(); ) {
      Hit number = Numbers.at(text, at);
      if (number == null) {
        break;
      }
      Quantity count = of(text, number);
      if (count == null) {
        return null;
      }
      int next = number.end();
      char unit = next < hit.end() ? text.charAt(next) : ' ';
      if ("来多几刀".indexOf(unit) >= 0) {
        return null;
      }
      BigDecimal worth =
          unit == '毛' || unit == '角'
              ? new BigDecimal("0.1")
              : unit == '分' ? new BigDecimal("0.01") : total == null ? BigDecimal.ONE : tenth;
      Quantity part = count.times(worth);
      total = total == null ? part : total.plus(part);
      tenth = new BigDecimal("0.1").multiply(worth);
      at = next;
      while (at < hit.end() && Numbers.end(text, at) < 0) {
        at++;
      }
    }
    return total;
  }

  /** The value of a number; null if it names none (几) or is none that has one. */
  public static @Nullable Quantity of(NormalizedText text, Hit number) {
    int cut = -1;
    int skip = 1;
    for (int i = number.start() + 1; i < number.end(); i++) {
      if (Numbers.isRange(text.charAt(i))) {
        cut = i;
      } else if (text.droppedBefore(i).chars().anyMatch(c -> DROPPED_RANGES.indexOf(c) >= 0)) {
        cut = i;
        skip = 0;
      }
    }
    if (cut < 0) {
      return value(text.text().substring(number.start(), number.end()));
    }
    Quantity first = value(text.text().substring(number.start(), cut));
    Quantity second = value(text.text().substring(cut + skip, number.end()));
    if (first == null || second == null || first.least.compareTo(second.most) > 0) {
      return null;
    }
    return new Quantity(first.least, second.most);
  }

  private static @Nullable Quantity value(String number) {
    if (number.isEmpty()) {
      return null;
    }
    return Numbers.isDigit(number.charAt(0)) ? arabic(number) : chinese(number);
  }

  private static @Nullable Quantity arabic(String number) {
    int end = number.length();
    BigDecimal factor = BigDecimal.ONE;
    while (UNITS.indexOf(number.charAt(end - 1)) >= 0) {
      factor = factor.multiply(worth(UNITS.indexOf(number.charAt(end - 1))));
      end--;
    }
    String digits = number.substring(0, end);
    boolean plain =
        digits.length() <= 12
            && digits.indexOf('.') == digits.lastIndexOf('.')
            && digits.chars().allMatch(c -> c == '.' || Numbers.isDigit((char) c));
    return plain ? of(new BigDecimal(digits).multiply(factor)) : null;
  }

  /** 三十五, 一百二, 两千零五, and ranges spoken as neighbours: 三五, 十七八, 二三十. */
  private static @Nullable Quantity chinese(String number) {
    if (number.equals("半")) {
      return of(HALF);
    }
    Quantity total = of(BigDecimal.ZERO);
    Quantity digits = null;
    BigDecimal unit = BigDecimal.ONE;
    for (int i = 0; i < number.length(); i++) {
      int power = power(number.charAt(i));
      int digit = digit(number.charAt(i));
      if (power >= 0) {
        if (digits == null && i > 0) {
          return null;
        }
        Quantity count = digits == null ? of(BigDecimal.ONE) : digits;
        unit = worth(power);
        total =
            power == UNITS.length() - 1
                ? total.plus(count).times(unit)
                : total.plus(count.times(unit));
        digits = null;
      } else if (digit == 0) {
        unit = BigDecimal.ONE;
        if (digits != null) {
          return null;
        }
      } else if (digit < 0) {
        return null;
      } else if (digits == null) {
        digits = of(BigDecimal.valueOf(digit));
      } else if (digits.isExact() && digits.least.intValue() < digit) {
        digits = new Quantity(digits.least, BigDecimal.valueOf(digit));
      } else {
        return null;
      }
    }
    if (digits == null) {
      return total;
    }
    boolean shortened = unit.compareTo(BigDecimal.TEN) > 0; // 一百二 is 120
    return total.plus(shortened ? digits.times(unit.divide(BigDecimal.TEN)) : digits);
  }

  private static BigDecimal worth(int power) {
    return BigDecimal.TEN.pow(power + 1);
  }

  private static int power(char c) {
    int power = UNITS.indexOf(c);
    return power >= 0 ? power : FORMAL_UNITS.indexOf(c);
  }

  private static int digit(char c) {
    if (c == '俩') {
      return 2;
    }
    if (c == '仨') {
      return 3;
    }
    int digit = DIGITS.indexOf(c);
    digit = digit < 0 ? FORMAL.indexOf(c) : digit;
    return digit < 0 ? SPOKEN.indexOf(c) : digit;
  }
}
