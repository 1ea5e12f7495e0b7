package com.replylinter.phrasebook;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What rules may name without a word list of that name. */
public final class BuiltIn {
  /** The entities that patterns may name. */
  public static final Set<String> NAMES =
      Set.of(
          "数字", "金额", "百分比", "天数", "时长", "日期", "钟点", "手机号", "长号码", "微信号", "银行卡号", "网址", "本店网址",
          "外部网址", "邮箱", "身份证号", "订单号", "整句", "短答");

  /** What rules may notice about a whole draft that patterns cannot say. */
  public static final Set<String> NOTICES = Set.of("三句无表情", "长话重发", "连问短答");

  /**
   * Those of them that rewrites may name in their slots, none of which tells of a person, each with
   * a value to try them with.
   */
  public static final Map<String, String> SLOTS =
      Collections.unmodifiableMap(
          new TreeMap<>(Map.of("天数", "3天", "日期", "5号", "钟点", "16点", "金额", "10元")));

  private BuiltIn() {}
}
