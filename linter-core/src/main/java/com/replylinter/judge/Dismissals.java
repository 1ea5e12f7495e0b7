package com.replylinter.judge;

import com.replylinter.judge.Candidate.Cause;
import com.replylinter.judge.Candidate.Dismissal;
import com.replylinter.judge.CompiledRule.CompiledAllowance;
import com.replylinter.judge.CompiledRule.CompiledClue;
import com.replylinter.judge.CompiledRule.CompiledExceptions;
import com.replylinter.match.Hit;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.PatternIndex.Compiled;
import com.replylinter.match.Scan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes a match harmless: its surroundings, the shop or the day, an exception of its rule. */
final class Dismissals {
  /** Most characters between a match and an exception that clears it. */
  private static final int EXCEPTION_REACH = 12;

  private final PatternIndex index;
  private final Frames frames;
  private final OwnData ownData;

  Dismissals(PatternIndex index, Frames frames, OwnData ownData) {
    this.index = index;
    this.frames = frames;
    this.ownData = ownData;
  }

  /** Why a match is harmless; null if nothing makes it so. */
  @Nullable Dismissal of(
      CompiledRule rule,
      CompiledClue clue,
      Hit hit,
      Scan scan,
      Conversation conversation,
      Circumstances circumstances) {
    String frame = frames.excuse(scan, hit, rule.rule().kind());
    if (frame != null) {
      return new Dismissal(Cause.FRAME, frame);
    }
    if (isAllowed(rule, hit, scan, circumstances)) {
      return new Dismissal(Cause.ALLOWANCE, "允许的说法");
    }
    String exception = exception(rule.exceptions(), hit, scan, conversation);
    if (exception == null) {
      exception = exception(clue.exceptions(), hit, scan, conversation);
    }
    return exception == null ? null : new Dismissal(Cause.EXCEPTION, exception);
  }

  /** Whether the rule itself excuses a match, whatever surrounds it. */
  boolean isExcused(
      CompiledRule rule,
      CompiledClue clue,
      Hit hit,
      Scan scan,
      Conversation conversation,
      Circumstances circumstances) {
    return isAllowed(rule, hit, scan, circumstances)
        || exception(rule.exceptions(), hit, scan, conversation) != null
        || exception(clue.exceptions(), hit, scan, conversation) != null;
  }

  /** Whether the match holds what its rule allows here and now. */
  boolean isAllowed(CompiledRule rule, Hit hit, Scan scan, Circumstances circumstances) {
    for (CompiledAllowance allowance : rule.allowances()) {
      if (circumstances.hold(allowance.when())) {
        for (Compiled say : allowance.say()) {
          if (index.matches(scan, say).stream().anyMatch(hit::overlaps)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private @Nullable String exception(
      CompiledExceptions exceptions, Hit hit, Scan scan, Conversation conversation) {
    if (isExcepted(exceptions.near(), hit, scan)) {
      return "例外";
    }
    for (Compiled exception : exceptions.anywhere()) {
      if (index.occurs(scan, exception)) {
        return "整句里有例外";
      }
    }
    for (Compiled exception : exceptions.asked()) {
      if (conversation.turnAsking(exception) != null) {
        return "买家问的是别的";
      }
    }
    for (Compiled exception : exceptions.said()) {
      if (conversation.shopSaid(exception)) {
        return "客服已经说过";
      }
    }
    return exceptions.ownData() ? ownData.excuse(scan, hit, conversation) : null;
  }

  /**
   * Why what resembles an offence is harmless all the same: the rule, or an entry of it, lets the
   * buyer's own data pass; null if it is not.
   */
  @Nullable Dismissal ofOwnData(CompiledRule rule, Hit hit, Scan scan, Conversation conversation) {
    boolean mayPass =
        rule.exceptions().ownData()
            || rule.clues().stream().anyMatch(clue -> clue.exceptions().ownData());
    String own = mayPass ? ownData.excuse(scan, hit, conversation) : null;
    return own == null ? null : new Dismissal(Cause.EXCEPTION, own);
  }

  private boolean isExcepted(List<Compiled> exceptions, Hit hit, Scan scan) {
    for (Compiled exception : exceptions) {
      for (Hit innocent : index.matches(scan, exception)) {
        if (innocent.distance(hit) <= EXCEPTION_REACH && sharesClause(scan, innocent, hit)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean sharesClause(Scan scan, Hit a, Hit b) {
    return scan.text().clauseAt(a.start()) <= scan.text().clauseAt(b.end() - 1)
        && scan.text().clauseAt(b.start()) <= scan.text().clauseAt(a.end() - 1);
  }
}
