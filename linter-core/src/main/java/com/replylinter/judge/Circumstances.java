package com.replylinter.judge;

import com.replylinter.LintRequest;
import com.replylinter.Shop;
import com.replylinter.judge.Dismissal.Cause;
import com.replylinter.phrasebook.Condition;
import com.replylinter.phrasebook.PlatformProfile;
import com.replylinter.phrasebook.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a draft is judged.
 *
 * @param platform what differs on the shop's platform
 */
record Circumstances(Shop shop, LocalDate day, PlatformProfile platform) {
  static Circumstances of(LintRequest request, PlatformProfile platform) {
    return new Circumstances(request.shop(), request.day(), platform);
  }

  /** Whether the rule speaks here and now. */
  boolean apply(Rule rule) {
    return platform.applies(rule.id()) && hold(rule.when()) && !isOff(rule);
  }

  private boolean isOff(Rule rule) {
    return !shop.off().isEmpty() && shop.off().contains(rule.id().toString());
  }

  /** Why the rule, or one clue of it, does not speak here and now; null if it does. */
  @Nullable Dismissal silence(Rule rule, Condition clue) {
    if (apply(rule) && hold(clue)) {
      return null;
    }
    List<String> reasons = new ArrayList<>();
    if (isOff(rule)) {
      reasons.add("店铺关掉了这条规则（shop.off）");
    }
    if (!platform.applies(rule.id())) {
      reasons.add(platform.name() + "不适用这条规则（shop.platform=" + shop.platform().label() + "）");
    }
    for (Condition condition : List.of(rule.when(), clue)) {
      reasons.addAll(differences(condition.shop()));
    }
    if (reasons.isEmpty()) {
      return new Dismissal(Cause.DAY, "那一天（" + day + "）不适用：规则还没有生效，或者已经失效");
    }
    return new Dismissal(Cause.SHOP, String.join("，", reasons));
  }

  private List<String> differences(Condition.Settings wanted) {
    List<String> facts = new ArrayList<>();
    if (!wanted.platforms().isEmpty() && !wanted.platforms().contains(shop.platform())) {
      facts.add("只适用于别的平台（shop.platform=" + shop.platform().label() + "）");
    }
    differ(wanted.cod(), shop.cod(), "店铺开通了货到付款", "店铺未开通货到付款", "cod", facts);
    differ(wanted.freeShipping(), shop.freeShipping(), "店铺包邮", "店铺不包邮", "freeShipping", facts);
    differ(wanted.presale(), shop.presale(), "订单是预售", "订单不是预售", "presale", facts);
    differ(wanted.custom(), shop.custom(), "商品是定制的", "商品不是定制的", "custom", facts);
    differ(
        wanted.returnExempt(),
        shop.returnExempt(),
        "商品不适用七天无理由退货",
        "商品适用七天无理由退货",
        "returnExempt",
        facts);
    return facts;
  }

  private static void differ(
      @Nullable Boolean wanted,
      boolean actual,
      String yes,
      String no,
      String name,
      List<String> facts) {
    if (wanted != null && wanted != actual) {
      facts.add((actual ? yes : no) + "（shop." + name + "=" + actual + "）");
    }
  }

  boolean hold(Condition condition) {
    return condition.holds(shop, day);
  }
}
