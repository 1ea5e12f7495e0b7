package com.replylinter.judge;

import com.replylinter.judge.CompiledBook.Entry;
import com.replylinter.judge.CompiledRule.CompiledAllowance;
import com.replylinter.judge.CompiledRule.CompiledExceptions;
import com.replylinter.judge.CompiledRule.CompiledPattern;
import com.replylinter.match.Hit;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.Scan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for the matches in one text: their surroundings, what their rule allows, and its
 * exceptions. Lives for one request.
 */
final class Defence {
  /** Most characters between a match and an exception that clears it. */
  private static final int EXCEPTION_REACH = 12;

  private final Frames frames;
  private final PatternIndex index;
  private final Circumstances circumstances;
  private final String text;
  private final Scan scan;
  private final Conversation conversation;
  private final OwnData ownData;
  private @Nullable Boolean isGreeting;

  Defence(
      CompiledBook book,
      Circumstances circumstances,
      String text,
      Scan scan,
      Conversation conversation) {
    this.frames = book.frames();
    this.index = book.index();
    this.circumstances = circumstances;
    this.text = text;
    this.scan = scan;
    this.conversation = conversation;
    this.ownData = new OwnData(book, scan, conversation);
  }

  /** Why a match of the entry is no offence; null if nothing speaks for it. */
  @Nullable Dismissal of(Entry entry, Hit hit) {
    Frames.Excuse excuse = frames.excuse(scan, hit, entry.rule().rule().kind());
    if (excuse != null) {
      return Dismissal.framed(excuse.cause(), said(excuse.word()), said(hit));
    }
    return ofRule(entry, hit);
  }

  /**
   * Why what a message of the conversation made an offence is none: the text is no answer to it;
   * null if it is one.
   *
   * @param turn the message that decided; null if none was needed
   */
  @Nullable Dismissal asNoAnswer(@Nullable Integer turn) {
    if (turn == null) {
      return null;
    }
    Boolean known = isGreeting;
    if (known == null) {
      known = conversation.isNoAnswer(scan);
      isGreeting = known;
    }
    return known ? Dismissal.greeting() : null;
  }

  /** Why the rule itself excuses a match, whatever surrounds it; null if it does not. */
  @Nullable Dismissal ofRule(Entry entry, Hit hit) {
    Dismissal dismissal = allowance(entry.rule(), hit);
    if (dismissal == null) {
      dismissal = exception(entry.rule().exceptions(), hit);
    }
    return dismissal == null ? exception(entry.clue().exceptions(), hit) : dismissal;
  }

  /** What the rule allows here and now that the match holds; null if nothing. */
  @Nullable Dismissal allowance(CompiledRule rule, Hit hit) {
    for (CompiledAllowance allowance : rule.allowances()) {
      if (circumstances.hold(allowance.when())) {
        for (CompiledPattern say : allowance.say()) {
          for (Hit allowed : index.near(scan, say.compiled(), hit.start(), hit.end())) {
            if (allowed.overlaps(hit)) {
              return Dismissal.allowed(say.written(), said(allowed));
            }
          }
        }
      }
    }
    return null;
  }

  private @Nullable Dismissal exception(CompiledExceptions exceptions, Hit hit) {
    int from = hit.start() - EXCEPTION_REACH;
    int to = hit.end() + EXCEPTION_REACH;
    for (CompiledPattern exception : exceptions.near()) {
      for (Hit innocent : index.near(scan, exception.compiled(), from, to)) {
        if (innocent.distance(hit) <= EXCEPTION_REACH && sharesClause(innocent, hit)) {
          return Dismissal.excepted(exception.written(), said(innocent), true);
        }
      }
    }
    for (CompiledPattern exception : exceptions.anywhere()) {
      List<Hit> innocent = index.near(scan, exception.compiled(), 0, scan.text().length());
      if (!innocent.isEmpty()) {
        return Dismissal.excepted(exception.written(), said(innocent.get(0)), false);
      }
    }
    for (CompiledPattern exception : exceptions.asked()) {
      Integer turn = conversation.turnAsking(exception.compiled());
      if (turn != null) {
        String asked = conversation.turn(turn).text();
        return Dismissal.exceptedByQuestion(exception.written(), asked, turn);
      }
    }
    for (CompiledPattern exception : exceptions.said()) {
      Integer turn = conversation.turnOfShopSaying(exception.compiled());
      if (turn != null) {
        String said = conversation.turn(turn).text();
        return Dismissal.exceptedByShop(exception.written(), said, turn);
      }
    }
    return exceptions.ownData() ? ownData.excuse(hit) : null;
  }

  /**
   * Why what resembles an offence is harmless all the same: the rule, or an entry of it, lets the
   * buyer's own data pass; null if it is not.
   */
  @Nullable Dismissal ofOwnData(CompiledRule rule, Hit hit) {
    boolean mayPass =
        rule.exceptions().ownData()
            || rule.clues().stream().anyMatch(clue -> clue.exceptions().ownData());
    return mayPass ? ownData.excuse(hit) : null;
  }

  private boolean sharesClause(Hit a, Hit b) {
    return scan.text().clauseAt(a.start()) <= scan.text().clauseAt(b.end() - 1)
        && scan.text().clauseAt(b.start()) <= scan.text().clauseAt(a.end() - 1);
  }

  /** The text's own characters under a hit. */
  private String said(Hit hit) {
    return scan.text().original(hit.start(), hit.end()).of(text);
  }
}
