package com.replylinter.judge;

import com.replylinter.phrasebook.Rule.WrittenPattern;
import com.replylinter.phrasebook.RuleId;
import java.util.Locale;

/**
 * Why a candidate is no offence.
 *
 * @param cause what makes it harmless
 * @param reason the same in Chinese, with the words and patterns it rests on
 */
public record Dismissal(Cause cause, String reason) {

  /** What makes a candidate harmless. */
  public enum Cause {
    NEGATION,
    DOUBLE_NEGATION,
    WARNING,
    /** It tells what others say or do. */
    OTHERS,
    QUOTATION,
    /** It asks what the buyer means. */
    CHECK,
    /** It greets or asks to wait, and so answers nothing. */
    GREETING,
    /** Its rule allows it, here and now. */
    ALLOWANCE,
    /** An exception that its rule states. */
    EXCEPTION,
    /** The rule, or this part of it, is about other shops, or the shop has switched it off. */
    SHOP,
    /** The rule, or this part of it, does not hold on that day. */
    DAY,
    /** It takes more than this once. */
    TIMES,
    /** It resembles what was labelled compliant. */
    LIKENESS,
    /** A more specific rule says it, or an offence is told where manner would be. */
    REPLACED,
    /** Another match of the same rule stands for it. */
    OVERLAP,
    /** Patterns of the same family have spoken, so that the second opinion is not asked. */
    SETTLED;

    /** The lower-case name used in JSON. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether what surrounds the candidate or what is allowed makes it harmless beyond doubt. */
  boolean isSure() {
    return cause.compareTo(Cause.ALLOWANCE) <= 0;
  }

  /** Something around the match makes it harmless: {@code word}, in the draft's own characters. */
  static Dismissal framed(Cause cause, String word, String match) {
    String reason =
        switch (cause) {
          case NEGATION -> "否定：“" + word + "”管住了“" + match + "”";
          case DOUBLE_NEGATION -> "双重否定：“" + word + "”否定了“" + match + "”";
          case WARNING -> "提醒买家：有“" + word + "”，“" + match + "”是在警示，不是在提出";
          case OTHERS -> "说的是别人：“" + match + "”说的是“" + word + "”";
          case QUOTATION ->
              "引用的话：“" + match + "”在引号里" + (word.equals(match) ? "" : "，旁边有“" + word + "”");
          case CHECK -> "确认买家的意思：“" + word + "”是在问“" + match + "”，不是在提出";
          default -> throw new IllegalArgumentException(cause + " is no frame");
        };
    return new Dismissal(cause, reason);
  }

  /** The draft greets or asks to wait, so that it is no answer. */
  static Dismissal greeting() {
    return new Dismissal(Cause.GREETING, "只是招呼或请买家稍等，没有回答买家的话");
  }

  /** An exception that the rule states matched these characters of the draft. */
  static Dismissal excepted(WrittenPattern exception, String words, boolean near) {
    String where = near ? "" : "（整段里任何位置）";
    return new Dismissal(
        Cause.EXCEPTION, "例外：‘" + exception.source() + "’命中“" + words + "”" + where);
  }

  /**
   * An exception that the rule states matched what the buyer said.
   *
   * @param turn index of the message, counted from 0
   */
  static Dismissal exceptedByQuestion(WrittenPattern exception, String said, int turn) {
    return new Dismissal(
        Cause.EXCEPTION,
        "例外：‘" + exception.source() + "’命中买家的话“" + said + "”（对话第 " + (turn + 1) + " 句）");
  }

  /** An exception that the rule states matched what the shop said before. */
  static Dismissal exceptedByShop(WrittenPattern exception, String said, int turn) {
    return new Dismissal(
        Cause.EXCEPTION,
        "例外：‘" + exception.source() + "’命中客服说过的话“" + said + "”（对话第 " + (turn + 1) + " 句）");
  }

  /** The match only repeats a number or address that the buyer gave. */
  static Dismissal ownData(String what) {
    return new Dismissal(Cause.EXCEPTION, "例外：买家自己给出的" + what);
  }

  /** What the rule allows matched these characters of the draft. */
  static Dismissal allowed(WrittenPattern allowance, String words) {
    return new Dismissal(Cause.ALLOWANCE, "允许的说法：‘" + allowance.source() + "’命中“" + words + "”");
  }

  /** The agent must say it a number of times. */
  static Dismissal tooSeldom(int times) {
    return new Dismissal(Cause.TIMES, "说到第 " + times + " 次才算");
  }

  static Dismissal unlikely() {
    return new Dismissal(Cause.LIKENESS, "更像标注过的合规回复");
  }

  static Dismissal replacedBy(RuleId specific) {
    return new Dismissal(Cause.REPLACED, "已由更具体的规则 " + specific + " 指出");
  }

  /** An offence is told at the same place. */
  static Dismissal graver() {
    return new Dismissal(Cause.REPLACED, "这里已经指出违规，不再提醒语气");
  }

  /** The rule has reminded already. */
  static Dismissal reminded() {
    return new Dismissal(Cause.OVERLAP, "同一条语气提醒，一段话只说一次");
  }

  /** Another match of the same rule, {@code other}, stands for it. */
  static Dismissal overlapped(String other) {
    return new Dismissal(Cause.OVERLAP, "与同一规则的另一处命中“" + other + "”重叠，由那一处代表");
  }

  /** Patterns of the same family have spoken: {@code settled} is one of their candidates. */
  static Dismissal settledBy(Candidate settled) {
    Dismissal harmless = settled.dismissal();
    String rule = "同类规则 " + settled.rule().id();
    return new Dismissal(
        Cause.SETTLED,
        harmless == null ? rule + " 已经指出" : rule + " 的命中已判为无害（" + harmless.reason() + "）");
  }
}
