package com.replylinter.match;

import com.replylinter.match.Identifier.Kind;
import com.replylinter.normalize.NormalizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Built-in recognisers of numbers and what is counted by them; the names are those patterns use.
 */
final class Entities {
  /** Most characters of a short answer. */
  static final int SHORT_ANSWER = 12;

  private static final Comparator<Hit> BY_START = Comparator.comparingInt(Hit::start);

  private static final String[] MONEY = {
    "元", "元钱", "块", "块钱", "毛", "毛钱", "角", "圆", "rmb", "人民币", "大洋", "块大洋", "米", "蚊", "刀", "分钱", "来块",
    "多块", "几块", "多元", "来元", "几块钱", "多块钱"
  };

  private static final String[] DAYS = {
    "天", "日", "个工作日", "工作日", "周", "个星期", "星期", "个礼拜", "个月", "来天", "多天", "几天", "天左右"
  };

  private static final String[] DURATIONS = {
    "天", "日", "个工作日", "工作日", "周", "个星期", "星期", "个礼拜", "个月", "来天", "多天", "几天", "小时", "个小时", "个钟",
    "个钟头", "钟头", "分钟", "h", "个半小时"
  };

  static final Map<String, Entity> ALL =
      Map.ofEntries(
          Map.entry("数字", GlancedEntity.ofNumbers(Numbers::of)),
          Map.entry("金额", GlancedEntity.ofNumbers(Entities::amounts)),
          Map.entry("百分比", GlancedEntity.ofNumbers(Entities::percents)),
          Map.entry("天数", GlancedEntity.ofNumbers(text -> counted(text, DAYS))),
          Map.entry("时长", GlancedEntity.ofNumbers(text -> counted(text, DURATIONS))),
          Map.entry("日期", Entities::dates),
          Map.entry("钟点", GlancedEntity.ofNumbers(Entities::clockTimes)),
          Map.entry("手机号", identifiers(Kind.PHONE)),
          Map.entry("长号码", identifiers(Kind.LONG, Kind.PHONE)),
          Map.entry("微信号", Latin::accounts),
          Map.entry("邮箱", new GlancedEntity(text -> text.text().indexOf('@') >= 0, Latin::emails)),
          Map.entry("银行卡号", identifiers(Kind.BANK_CARD)),
          Map.entry("身份证号", identifiers(Kind.ID_CARD)),
          Map.entry("订单号", GlancedEntity.ofNumbers(Entities::orders)),
          Map.entry("整句", text -> whole(text, Integer.MAX_VALUE)),
          Map.entry("短答", text -> whole(text, SHORT_ANSWER)),
          Map.entry("网址", Latin::links),
          Map.entry("本店网址", new Links(true)),
          Map.entry("外部网址", new Links(false)));

  private Entities() {}

  private static Entity identifiers(Kind... kinds) {
    Set<Kind> wanted = EnumSet.copyOf(List.of(kinds));
    return GlancedEntity.ofNumbers(text -> Identifier.hits(text, wanted));
  }

  private static List<Hit> orders(NormalizedText text) {
    List<Hit> hits = new ArrayList<>(Identifier.hits(text, EnumSet.of(Kind.ORDER)));
    hits.addAll(Latin.parcels(text));
    hits.sort(BY_START);
    return hits;
  }

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
    int free = 0;
    for (Hit number : Numbers.of(text)) {
      int end = longestUnit(text, number.end(), units);
      if (end > 0 && number.start() >= free) {
        hits.add(Hit.word(number.start(), end));
        free = end; // the 半 of 一个半小时 is no number of its own
      }
    }
    return hits;
  }

  private static List<Hit> amounts(NormalizedText text) {
    List<Hit> hits = new ArrayList<>();
    int free = 0;
    for (Hit number : Numbers.of(text)) {
      int start = number.start();
      if (start < free) {
        continue; // the 8 of 15块8
      }
      int end = longestUnit(text, number.end(), MONEY);
      boolean sign = start > 0 && text.charAt(start - 1) == '¥';
      boolean metres = text.text().startsWith("米", number.end()) && !isDigit(text.charAt(start));
      if (end > 0 && !metres) {
        free = withFractions(text, number.end(), end);
        hits.add(Hit.word(sign ? start - 1 : start, free));
      } else if (sign) {
        hits.add(Hit.word(start - 1, number.end()));
      }
    }
    return hits;
  }

  /** Where an amount ends whose yuan end at {@code end}: 15块8, 三块五毛, 十元零五分. */
  private static int withFractions(NormalizedText text, int unit, int end) {
    if (end != unit + 1 || "块元".indexOf(text.charAt(unit)) < 0) {
      return end;
    }
    int tail = Numbers.end(text, end);
    if (tail < 0 || tail > end + 2) {
      return end;
    }
    int cents = longestUnit(text, tail, "毛", "毛钱", "角", "分", "分钱");
    if (cents > 0) {
      return cents;
    }
    boolean ends =
        tail == text.length() || "的吧呢哦啊了就行包哈呀嘛吗,.!?;。、\n".indexOf(text.charAt(tail)) >= 0;
    return tail == end + 1 && ends && text.sameClause(unit, end) ? tail : end;
  }

  private static List<Hit> percents(NormalizedText text) {
    List<Hit> hits = new ArrayList<>();
    for (Hit number : Numbers.of(text)) {
      int end =
          longestUnit(
              text, number.end(), "%", "个点", "个百分点", "百分点", "个点数", "点几", "个点儿", "个税点", "个税");
      if (end > 0) {
        hits.add(Hit.word(number.start(), end));
      } else if (text.text().startsWith("分之", number.start() - 2)
          && number.start() > 2
          && "百千".indexOf(text.charAt(number.start() - 3)) >= 0) {
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
    hits.sort(BY_START);
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
    int free = 0;
    for (Hit number : Numbers.of(text)) {
      int end = number.end();
      if (number.start() < free) {
        continue; // the minutes of the time before
      }
      Hit minutes = text.text().startsWith(":", end) ? Numbers.at(text, end + 1) : null;
      if (minutes != null) {
        free = minutes.end();
        hits.add(Hit.word(number.start(), free));
      } else if (text.text().startsWith("点", end) && !isALittle(text, number)) {
        free = withMinutes(text, longestUnit(text, end, "点", "点半", "点钟", "点整", "点多"));
        hits.add(Hit.word(number.start(), free));
      }
    }
    return hits;
  }

  /** 一点 is a time in 下午一点 and 一点前, else a little. */
  private static boolean isALittle(NormalizedText text, Hit number) {
    return number.length() == 1 && text.charAt(number.start()) == '一' && !isHour(text, number);
  }

  /** 三点二十分, 三点一刻, 3点20. */
  private static int withMinutes(NormalizedText text, int hour) {
    int minutes = text.charAt(hour - 1) == '点' ? Numbers.end(text, hour) : -1;
    if (minutes < 0) {
      return hour;
    }
    int end = longestUnit(text, minutes, "分", "分钟", "刻", "刻钟");
    boolean bare = minutes - hour == 2 && "个块元天件米".indexOf(at(text, minutes)) < 0;
    return end > 0 ? end : bare ? minutes : hour;
  }

  private static char at(NormalizedText text, int index) {
    return index < text.length() ? text.charAt(index) : ' ';
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
