package com.replylinter.audit.log;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that stand for what an export does not hold. */
public final class Placeholders {
  static final String RECALLED = "撤回了一条消息";

  private static final Pattern BRACKETS =
      Pattern.compile(
          "[\\[【<](?:[^\\]】>]{0,6})"
              + "(?:图片|照片|截图|视频|语音|音频|文件|卡片|商品卡|宝贝|商品|订单|表情|动图|红包|优惠券|位置|名片|小程序|不支持)"
              + "(?:[^\\]】>]{0,6})[\\]】>]");
  private static final Set<String> WHOLE = Set.of("图片消息", "语音消息", "视频消息", "商品卡片", "订单卡片");
  private static final List<String> PARTS =
      List.of("请在客户端查看原始聊天记录", "网页版无法展示", "当前版本不支持", "暂不支持查看");
  private static final Set<String> TYPES =
      words(
          "image img pic picture 图片 video 视频 voice audio 语音 file 文件 card 卡片 商品 商品卡片 "
              + "goods item 订单 订单卡片 order emoji sticker 表情");

  private Placeholders() {}

  private static Set<String> words(String spaced) {
    return Set.of(spaced.split(" ", -1));
  }

  /** Whether a message is nothing but such a text, or empty. */
  public static boolean is(String text) {
    String stripped = text.strip();
    return stripped.isEmpty()
        || stripped.endsWith(RECALLED)
        || WHOLE.contains(stripped)
        || ("[【<".indexOf(stripped.charAt(0)) >= 0 && BRACKETS.matcher(stripped).matches())
        || PARTS.stream().anyMatch(stripped::contains);
  }

  /** Whether messages of a type, as exports name it, have no text of their own. */
  static boolean isType(String type) {
    return TYPES.contains(type.strip().toLowerCase(Locale.ROOT));
  }
}
