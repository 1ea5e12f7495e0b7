package com.replylinter.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The small change of service talk: greetings, apologies and invitations, which a reply should hold
 * once, and sentences that only lean on their neighbours.
 */
final class Wording {
  /** A sentence of fewer characters never stands by itself. */
  private static final int SHORTEST = 4;

  /** An apology of more characters says more than that. */
  private static final int LONGEST_APOLOGY = 14;

  private static final List<String> GREETINGS =
      List.of("亲爱的", "亲亲", "亲", "您好", "你好", "亲您好", "您好亲", "亲你好", "您好呀", "亲亲您好");

  private static final List<String> APOLOGIES = List.of("抱歉", "对不起", "不好意思", "见谅", "谅解", "请您理解");

  private static final List<String> INVITATIONS =
      List.of("请问", "您看是", "您看看", "您看哪", "您想要", "随时", "直接在这里留言", "告诉我");

  /** A yes or no that only means something together with what follows. */
  private static final List<String> ANSWERS =
      List.of(
          "可以", "可以的", "好", "好的", "好滴", "好嘞", "行", "行的", "能", "能的", "会", "会的", "有", "有的", "没有", "没",
          "对", "对的", "是", "是的", "嗯", "嗯嗯", "没问题", "当然", "当然可以", "要得", "必须的", "放心", "您放心", "不行",
          "不可以", "不能", "不会", "不用", "没事", "没关系", "收到", "妥", "得", "那", "这样", "好呀", "行啊", "可以呀",
          "可以啊");

  private static final List<String> LEADS =
      List.of(
          "如果", "要是", "若", "假如", "只要", "除非", "因为", "由于", "虽然", "既然", "不是", "凡是", "想要", "您要", "从",
          "自");

  /** How a sentence begins that stands by itself. */
  private static final List<String> STARTS =
      List.of(
          "谢谢", "感谢", "欢迎", "祝", "有问题", "有任何", "有什么", "有需要", "请", "麻烦", "这款", "这件", "这双", "这条",
          "快递", "物流", "包裹", "订单", "发票", "尺码", "颜色", "尺寸", "另外", "还有", "同时", "顺便", "页面", "优惠", "活动",
          "质量", "我们家", "我们店", "本店", "店里", "您的", "您这", "您要的", "现货", "退货", "换货", "售后", "材质", "面料",
          "运费", "地址", "电话", "单号", "今天", "明天", "目前", "现在", "预计", "一般", "大概");

  /** Pairs of characters that have no topic. */
  private static final Set<String> COMMON =
      Set.of(
          "我们", "您的", "可以", "一下", "这个", "那个", "这款", "给您", "为您", "不用", "没有", "什么", "就是", "都是", "的话",
          "还是", "直接", "现在", "已经", "麻烦", "请您", "您放", "放心", "这边", "那边", "一般", "需要", "这里", "就可", "问题",
          "随时", "商品", "帮您", "马上", "也可", "页面", "店里", "本店", "不会", "的哦", "的呢", "您可", "如果", "时候");

  private static final String PARTICLES = "哦呢哈的呀啊吧啦了嘛哒滴噢喔哟呐诶哩咯喽亲";

  private Wording() {}

  /** The text without a greeting at its beginning. */
  static String withoutGreeting(String text) {
    String rest = text;
    for (int end = greeting(rest); end > 0; end = greeting(rest)) {
      rest = rest.substring(end);
    }
    return rest.isBlank() ? text : rest;
  }

  /** Whether it begins with a greeting. */
  static boolean isGreeted(String text) {
    return greeting(text) > 0 || isGreeting(text);
  }

  /** Whether it is a greeting and nothing else. */
  static boolean isGreeting(String text) {
    return GREETINGS.contains(core(text)) || core(text).equals("在的亲");
  }

  /**
   * Where the greeting at the beginning of the text ends, punctuation included; 0 if there is none.
   */
  private static int greeting(String text) {
    int longest = 0;
    for (String greeting : GREETINGS) {
      if (text.startsWith(greeting) && greeting.length() > longest) {
        longest = greeting.length();
      }
    }
    int end = longest;
    while (end < text.length() && "，,～~！! ".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return longest > 0 && end > longest ? end : 0;
  }

  /** Whether the sentence is a bare yes or no. */
  static boolean isAnswer(String sentence) {
    return ANSWERS.contains(core(sentence));
  }

  /** Whether the sentence only opens what the next one says. */
  static boolean opens(String sentence) {
    return core(sentence).endsWith("的话")
        || LEADS.stream().anyMatch(withoutGreeting(sentence)::startsWith);
  }

  /** Whether the sentence only goes on with what the one before it said. */
  static boolean leansOnPrevious(String sentence) {
    String core = core(sentence);
    return core.length() < SHORTEST || STARTS.stream().noneMatch(core::startsWith);
  }

  /** Whether the sentence has a topic in common with a rewrite, which then stands for it. */
  static boolean sharesTopic(String sentence, String rewrite) {
    String core = core(sentence);
    for (int i = 0; i + 2 <= core.length(); i++) {
      String pair = core.substring(i, i + 2);
      if (Character.isIdeographic(pair.charAt(0))
          && Character.isIdeographic(pair.charAt(1))
          && !COMMON.contains(pair)
          && rewrite.contains(pair)) {
        return true;
      }
    }
    return false;
  }

  /** The sentence without greeting, punctuation and final particles. */
  private static String core(String sentence) {
    String text = withoutGreeting(sentence.strip());
    int end = text.length();
    while (end > 1
        && (!Character.isLetterOrDigit(text.charAt(end - 1))
            || PARTICLES.indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    return text.substring(0, end);
  }

  static boolean apologises(String text) {
    return APOLOGIES.stream().anyMatch(text::contains);
  }

  static boolean invites(String text) {
    return text.endsWith("？") || INVITATIONS.stream().anyMatch(text::contains);
  }

  /** The text without those of its clauses that only apologise. */
  static String withoutApology(String text) {
    String rest =
        without(text, "，。！～", clause -> apologises(clause) && clause.length() <= LONGEST_APOLOGY);
    return rest.isBlank() ? text : rest;
  }

  /** The text without its last sentence if that invites and others stand before it. */
  static String withoutInvitation(String text) {
    List<String> sentences = pieces(text, "。！？～");
    if (sentences.size() < 2 || !invites(sentences.get(sentences.size() - 1))) {
      return text;
    }
    return String.join("", sentences.subList(0, sentences.size() - 1));
  }

  private static String without(String text, String ends, Predicate<String> unwanted) {
    StringBuilder rest = new StringBuilder();
    for (String piece : pieces(text, ends)) {
      if (unwanted.test(piece)) {
        closeSentence(rest, piece);
      } else {
        rest.append(piece);
      }
    }
    return rest.toString();
  }

  /** What a dropped piece ended ends where the piece before it did. */
  private static void closeSentence(StringBuilder text, String dropped) {
    int last = text.length() - 1;
    char end = dropped.charAt(dropped.length() - 1);
    if (last >= 0 && text.charAt(last) == '，' && end != '，') {
      text.setCharAt(last, end);
    }
  }

  private static List<String> pieces(String text, String ends) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (ends.indexOf(text.charAt(i)) >= 0) {
        pieces.add(text.substring(start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length()) {
      pieces.add(text.substring(start));
    }
    return pieces;
  }
}
