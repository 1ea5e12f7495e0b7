package com.replylinter.audit.log;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lines of copied chats that nobody wrote: delivery states, cards, headings. What an agent might
 * have typed is not among them; a bare link stays, it may be an offence.
 */
final class Furniture {
  private static final Set<String> WHOLE =
      Set.of(
          "已读",
          "未读",
          "发送中",
          "已送达",
          "千牛",
          "商品详情页",
          "商品推荐",
          "这些非常适合您的商品可以一起看看～～",
          "这些非常适合您的商品可以一起看看~~",
          "以上是历史消息",
          "以下是新消息",
          "查看更多消息",
          "没有更多了");
  private static final List<String> STARTS = List.of("当前用户来自", "由 服务助手 转交给", "由服务助手转交给", "原因：【");
  private static final List<String> HEADINGS =
      List.of("消息记录", "聊天记录", "导出时间", "导出人", "消息对象", "消息分组", "时间范围", "日期：", "日期:");
  private static final Pattern PRICE =
      Pattern.compile("[¥￥]\\s?\\d{1,9}(?:[.,]\\d{1,4}){0,3}(?:起|\\+)?");
  private static final Pattern RULE = Pattern.compile("[-=*_~—─═\\s]{3,}");

  private Furniture() {}

  /** Whether nobody wrote the line, wherever it stands. */
  static boolean is(String line) {
    String text = line.strip();
    return text.isEmpty()
        || WHOLE.contains(text)
        || STARTS.stream().anyMatch(text::startsWith)
        || PRICE.matcher(text).matches()
        || RULE.matcher(text).matches()
        || Times.date(text) != null;
  }

  /** Whether a line before the first message is a heading of the export. */
  static boolean isHeading(String line) {
    String text = line.strip();
    return is(text) || HEADINGS.stream().anyMatch(text::startsWith);
  }
}
