package com.replylinter.audit;

import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.Reviewer;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Report;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Judges every message of the agents in a conversation, each with what was said before it.
 *
 * <p>Thread-safe.
 */
public final class ConversationAuditor {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Messages before a message that are heard, so that years of talk take linear time. */
  private static final int HEARD = 500;

  private final Linter linter;
  private final Shop shop;
  private final @Nullable LocalDate asOf;

  /** Reviewers that no thread is using. */
  private final Queue<Reviewer> idle = new ConcurrentLinkedQueue<>();

  /**
   * An auditor for one shop.
   *
   * @param linter judges the messages
   * @param shop the shop's settings
   * @param asOf the day whose rules and penalties count; null means the day of each message, or
   *     today where it has none
   */
  public ConversationAuditor(Linter linter, Shop shop, @Nullable LocalDate asOf) {
    this.linter = linter;
    this.shop = shop;
    this.asOf = asOf;
  }

  /** What is wrong with it, in the order of its messages. */
  public List<AuditedFinding> audit(LogConversation conversation) {
    return audit(conversation, message -> true);
  }

  /** What is wrong with some of its messages, in their order; the others are only heard. */
  public List<AuditedFinding> audit(LogConversation conversation, Predicate<LogMessage> wanted) {
    Reviewer known = idle.poll();
    Reviewer reviewer = known == null ? linter.reviewer(shop) : known;
    List<AuditedFinding> found = review(conversation, wanted, reviewer);
    idle.add(reviewer);
    return found;
  }

  private List<AuditedFinding> review(
      LogConversation conversation, Predicate<LogMessage> wanted, Reviewer reviewer) {
    List<LogMessage> messages = conversation.messages();
    List<Turn> turns = messages.stream().map(LogMessage::turn).toList();
    List<AuditedFinding> found = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      LogMessage message = messages.get(i);
      if (isJudged(message) && wanted.test(message)) {
        int from = Math.max(0, i - HEARD);
        Report report =
            reviewer.review(cut(message.text()), turns.subList(from, i), day(message.at()));
        for (Finding finding : report.findings()) {
          found.add(new AuditedFinding(i, finding.after(from), report.rewritten()));
        }
      }
    }
    return found;
  }

  /** Whether a message is an agent's own words. */
  public static boolean isJudged(LogMessage message) {
    return message.role() == Turn.Role.AGENT && !message.isPlaceholder();
  }

  private @Nullable LocalDate day(@Nullable OffsetDateTime at) {
    return asOf != null || at == null ? asOf : at.atZoneSameInstant(CHINA).toLocalDate();
  }

  /** No client sends more than this; an export that has more is judged as far as that. */
  private static String cut(String text) {
    return text.length() <= LintRequest.MAX_DRAFT_LENGTH
        ? text
        : text.substring(0, LintRequest.MAX_DRAFT_LENGTH);
  }
}
