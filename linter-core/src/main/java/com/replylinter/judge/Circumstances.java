package com.replylinter.judge;

import com.replylinter.LintRequest;
import com.replylinter.Shop;
import com.replylinter.phrasebook.Condition;
import com.replylinter.phrasebook.Hosts;
import com.replylinter.phrasebook.PlatformProfile;
import com.replylinter.phrasebook.Rule;
import java.time.LocalDate;

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

  boolean hold(Condition condition) {
    return condition.holds(shop, day);
  }

  /** Whose links are the shop's own. */
  Hosts hosts() {
    return platform.hosts().and(shop.itemLinks());
  }
}
