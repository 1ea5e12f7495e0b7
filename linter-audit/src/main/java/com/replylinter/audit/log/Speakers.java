package com.replylinter.audit.log;

import com.replylinter.Turn.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who somebody is, by name or by what an export calls that side. */
final class Speakers {
  private static final Map<Role, Set<String>> WORDS =
      Map.of(
          Role.AGENT,
          words(
              "客服 人工客服 人工 商家 商家客服 卖家 店铺 店家 坐席 agent seller waiter staff service merchant 发送 发出 send out"),
          Role.BUYER,
          words("买家 客户 用户 顾客 访客 消费者 buyer customer user client visitor consumer 接收 收到 receive in"),
          Role.BOT,
          words("机器人 智能客服 店小蜜 服务助手 商家配置 自动回复 智能助手 bot robot"),
          Role.SYSTEM,
          words("系统 系统消息 系统提示 平台 平台提示 system notice platform"));

  /** A name that holds one of these is a machine's. */
  private static final List<String> BOTS = List.of("服务助手", "店小蜜", "智能客服", "智能助手", "机器人", "商家配置");

  private static final List<String> SHOPS = List.of("旗舰店", "专营店", "专卖店", "自营店", "官方店", "企业店");

  /** What Taobao's interface puts before a nick. */
  private static final String SITE = "cntaobao";

  private final Set<String> agents;

  /**
   * Knows these names beside the general ones.
   *
   * @param agents names of agents with {@code |} or {@code 、} between; may be empty
   */
  Speakers(String agents) {
    this.agents =
        Stream.of(agents.split("[|、]", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> words(String spaced) {
    return Set.of(spaced.split(" ", -1));
  }

  /** A name without what belongs to the interface and not to the person. */
  static String name(String sender) {
    String name = sender.strip();
    return name.startsWith(SITE) ? name.substring(SITE.length()) : name;
  }

  /** Who bears a name: an agent if it has a shop's prefix or is a shop's, else the buyer. */
  Role of(String sender) {
    String name = name(sender);
    if (isBot(name)) {
      return Role.BOT;
    }
    Role word = word(name);
    if (word != null) {
      return word;
    }
    return agents.contains(name) || isShop(name) ? Role.AGENT : Role.BUYER;
  }

  /**
   * Who is meant by what an export calls a side, such as 客服 or buyer; null if it is no such word.
   */
  static @Nullable Role word(String label) {
    String lower = label.strip().toLowerCase(Locale.ROOT);
    for (Role role : Role.values()) {
      if (WORDS.getOrDefault(role, Set.of()).contains(lower)) {
        return role;
      }
    }
    return null;
  }

  /** Whether a name is a machine's that answers for the shop. */
  static boolean isBot(String name) {
    return BOTS.stream().anyMatch(name::contains);
  }

  /** Whether a name is a shop's, or {@code shop:account}. */
  static boolean isShop(String name) {
    int colon = Math.max(name.indexOf(':'), name.indexOf('：'));
    return (colon > 0 && colon < name.length() - 1) || SHOPS.stream().anyMatch(name::endsWith);
  }
}
