package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Built-in recognisers of numbers and what is counted by them; the names are those patterns use.
 */
final class Entities {
  /** Most characters of a short answer. */
  static final int SHORT_ANSWER = 12;

  private static final String[] DAYS = {
    "天", "日", "个工作日", "工作日", "周", "个星期", "星期", "个礼拜", "个月", "来天", "多天", "几天", "天左右"
  };

  private static final String[] DURATIONS = {
    "天", "日", "个工作日", "工作日", "周", "个星期", "星期", "个礼拜", "个月", "来天", "多天", "几天", "小时", "个小时", "个钟",
    "个钟头", "钟头", "分钟", "h", "个半小时"
  };

  static final Map<String, Entity> ALL =
      Map.ofEntries(
          Map.entry("数字", new NumericEntity(Numbers::of)),
          Map.entry("金额", new NumericEntity(Entities::amounts)),
          Map.entry("百分比", new NumericEntity(Entities::percents)),
          Map.entry("天数", new NumericEntity(text -> counted(text, DAYS))),
          Map.entry("时长", new NumericEntity(text -> counted(text, DURATIONS))),
          Map.entry("日期", Entities::dates),
          Map.entry("钟点", new NumericEntity(Entities::clockTimes)),
          Map.entry("手机号", new NumericEntity(text -> Digits.phones(text))),
          Map.entry("长号码", new NumericEntity(text -> Digits.runs(text, 5, 11))),
          Map.entry("微信号", text -> Digits.accountNames(text)),
          Map.entry("银行卡号", new NumericEntity(text -> Digits.runs(text, 12, 19))),
          Map.entry("订单号", new NumericEntity(text -> Digits.runs(text, 15, 20))),
          Map.entry("整句", text -> whole(text, Integer.MAX_VALUE)),
          Map.entry("短答", text -> whole(text, SHORT_ANSWER)),
          Map.entry("网址", text -> Digits.links(text)),
          Map.entry("本店网址", new Links(true)),
          Map.entry("外部网址", new Links(false)));

  private Entities() {}

  /** The text but for the punctuation at its end, if it is no longer than this. */
  private static List<Hit> whole(NormalizedText text, int longest) {
    int end = text.length();
    while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return end > 0 && end <= longest ? List.of(Hit.word(0, end)) : List.of();
  }

  /** The entity of this name. */
  static Entity named(String name) {
    Entity entity = ALL.get(name);
    if (entity == null) {
      throw new IllegalArgumentException("no entity " + name);
    }
    return entity;
  }

  private static List<Hit> counted(NormalizedText text, String... units) {
    List<Hit> hits = new ArrayList<>();
    for (Hit number : Numbers.of(text)) {
      int end = longestUnit(text, number.end(), units);
      if (end > 0) {
        hits.add(Hit.word(number.start(), end));
      }
    }
    return hits;
  }

  private static List<Hit> amounts(NormalizedText text) {
    List<Hit> hits = new ArrayList<>();
    for (Hit number : Numbers.of(text)) {
      int end =
          longestUnit(
              text,
              number.end(),
              "元",
              "元钱",
              "块",
              "块钱",
              "毛",
              "毛钱",
              "角",
              "圆",
              "rmb",
              "人民币",
              "大洋",
              "块大洋",
              "米",
              "蚊",
              "刀",
              "分钱",
              "来块",
              "多块",
              "几块",
              "多元",
              "来元",
              "几块钱",
              "多块钱");
      int start = number.start();
      boolean sign = start > 0 && text.charAt(start - 1) == '¥';
      boolean metres = text.text().startsWith("米", number.end()) && !isDigit(text.charAt(start));
      if (end > 0 && !metres) {
        hits.add(Hit.word(sign ? start - 1 : start, end));
      } else if (sign) {
        hits.add(Hit.word(start - 1, number.end()));
      }
    }
    return hits;
  }

  private static List<Hit> percents(NormalizedText text) {
    List<Hit> hits = new ArrayList<>();
    for (Hit number : Numbers.of(text)) {
      int end =
          longestUnit(
              text, number.end(), "%", "个点", "个百分点", "百分点", "个点数", "点几", "个点儿", "个税点", "个税");
      if (end > 0) {
        hits.add(Hit.word(number.start(), end));
      } else if (text.text().startsWith("百分之", number.start() - 3)) {
        hits.add(Hit.word(number.start() - 3, number.end()));
      } else if (text.text().startsWith("百分之", number.start())) {
        hits.add(Hit.word(number.start(), number.end()));
      } else if (text.text().startsWith("点", number.end())
          && number.length() <= 2
          && !isHour(text, number)) {
        hits.add(Hit.word(number.start(), number.end() + 1));
      }
    }
    return hits;
  }

  /** 加6点 is a percentage, 下午6点 and 6点前 are times. */
  private static boolean isHour(NormalizedText text, Hit number) {
    int after = number.end() + 1;
    if (after < text.length() && "前后半多到整左以之钟准发之来".indexOf(text.charAt(after)) >= 0) {
      return true;
    }
    int before = number.start() - 1;
    return before >= 0 && "午晚上早天晨后前间到".indexOf(text.charAt(before)) >= 0;
  }

  private static List<Hit> dates(NormalizedText text) {
    List<Hit> hits = new ArrayList<>();
    for (Hit number : Numbers.of(text)) {
      int end = longestUnit(text, number.end(), "号", "月份", "月", "月底", "月初", "月中", "日");
      int next = end;
      while (next > 0 && next < text.length()) {
        int from = next;
        Hit day = Numbers.at(text, from);
        int dayEnd = day == null ? -1 : longestUnit(text, day.end(), "号", "日");
        next = dayEnd;
        end = dayEnd > 0 ? dayEnd : end;
      }
      if (end > 0) {
        hits.add(Hit.word(number.start(), end));
      }
    }
    weekdays(text, hits);
    hits.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return hits;
  }

  private static void weekdays(NormalizedText text, List<Hit> hits) {
    for (String week : List.of("周", "星期", "礼拜")) {
      int at = text.text().indexOf(week);
      while (at >= 0) {
        int day = at + week.length();
        if (day < text.length() && "一二三四五六日天末1234567".indexOf(text.charAt(day)) >= 0) {
          hits.add(
              Hit.word(at > 0 && "下上本这".indexOf(text.charAt(at - 1)) >= 0 ? at - 1 : at, day + 1));
        } else if (at > 0 && "下上本这".indexOf(text.charAt(at - 1)) >= 0) {
          hits.add(Hit.word(at - 1, day));
        }
        at = text.text().indexOf(week, at + 1);
      }
    }
    for (String word : List.of("月底", "月初", "月末", "下个月", "下月", "年底", "年前", "年后", "节后", "节前")) {
      int at = text.text().indexOf(word);
      while (at >= 0) {
        hits.add(Hit.word(at, at + word.length()));
        at = text.text().indexOf(word, at + 1);
      }
    }
  }

  private static List<Hit> clockTimes(NormalizedText text) {
    List<Hit> hits = new ArrayList<>();
    for (Hit number : Numbers.of(text)) {
      int end = number.end();
      Hit minutes = text.text().startsWith(":", end) ? Numbers.at(text, end + 1) : null;
      if (minutes != null) {
        hits.add(Hit.word(number.start(), minutes.end()));
      } else if (text.text().startsWith("点", end) && !text.text().startsWith("个", end)) {
        hits.add(Hit.word(number.start(), longestUnit(text, end, "点", "点半", "点钟", "点整", "点多")));
      }
    }
    return hits;
  }

  private static int longestUnit(NormalizedText text, int at, String... units) {
    int longest = -1;
    for (String unit : units) {
      if (text.text().startsWith(unit, at)) {
        longest = Math.max(longest, at + unit.length());
      }
    }
    return longest;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
