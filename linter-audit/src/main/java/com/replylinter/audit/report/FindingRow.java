package com.replylinter.audit.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.replylinter.Turn.Role;
import com.replylinter.audit.AuditedFinding;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.LogMessage;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Finding.PenaltyNote;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One finding as reports tell it: a line of {@code findings.jsonl}. Texts are masked unless the
 * audit was told not to.
 *
 * @param file where the message was read
 * @param line its line or record there, counted from 1
 * @param conversation the conversation's name
 * @param turn the message's place in it, counted from 0
 * @param agent who wrote it
 * @param buyer to whom; empty if the export does not say
 * @param at when; null if the export does not say
 * @param asked the buyer's last message before it; null if there is none
 * @param text the message
 * @param rule id of the rule
 * @param title the rule's name
 * @param severity {@code block}, {@code warn} or {@code remind}
 * @param start first UTF-16 code unit of the offending words in {@code text}
 * @param end one past the last
 * @param matched the offending words
 * @param message what is wrong and what to do
 * @param why the platform's rule behind it
 * @param penalty what it may cost; null where no document says
 * @param because the message of the conversation that decided; null if the message alone did
 * @param rewritten the message made compliant; null if nothing clean was found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder(alphabetic = false)
public record FindingRow(
    String file,
    long line,
    String conversation,
    int turn,
    String agent,
    String buyer,
    @Nullable String at,
    @Nullable String asked,
    String text,
    String rule,
    String title,
    String severity,
    int start,
    int end,
    String matched,
    String message,
    String why,
    @Nullable Penalty penalty,
    @Nullable Because because,
    @Nullable String rewritten) {

  /**
   * What a finding may cost.
   *
   * @param points penalty points; null where the sources name none
   * @param basis what they are based on
   * @param sourcesDiffer whether the sources name different points
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Penalty(@Nullable Integer points, String basis, boolean sourcesDiffer) {}

  /**
   * What decided besides the message itself.
   *
   * @param turn place of a message in the conversation, counted from 0
   */
  public record Because(int turn) {}

  /** Tells of a finding. */
  public static FindingRow of(
      LogConversation conversation, AuditedFinding audited, Masker masker, Set<String> buyers) {
    List<LogMessage> messages = conversation.messages();
    LogMessage message = messages.get(audited.message());
    Finding finding = audited.finding();
    String text = masker.text(message.text(), buyers);
    PenaltyNote note = finding.penalty();
    String rewritten = audited.rewritten();
    String asked = asked(messages, audited.message());
    Integer turn = finding.becauseTurn();
    return new FindingRow(
        conversation.file(),
        message.line(),
        masker.label(conversation.id(), buyers),
        audited.message(),
        message.sender(),
        masker.name(buyer(messages)),
        text(message.at()),
        asked == null ? null : masker.text(asked, buyers),
        text,
        finding.rule().toString(),
        finding.title(),
        finding.severity().label(),
        finding.span().start(),
        finding.span().end(),
        finding.span().of(text),
        finding.message(),
        finding.why(),
        note == null ? null : new Penalty(note.points(), note.basis(), note.sourcesDiffer()),
        turn == null ? null : new Because(turn),
        rewritten == null ? null : masker.text(rewritten, buyers));
  }

  /** Penalty points; 0 where none are named. */
  public int points() {
    return penalty == null || penalty.points() == null ? 0 : penalty.points();
  }

  /** The family of its rule. */
  public String family() {
    return rule.substring(0, rule.indexOf('/'));
  }

  private static @Nullable String asked(List<LogMessage> messages, int before) {
    for (int i = before - 1; i >= 0; i--) {
      if (messages.get(i).role() == Role.BUYER) {
        return messages.get(i).text();
      }
    }
    return null;
  }

  private static String buyer(List<LogMessage> messages) {
    for (LogMessage message : messages) {
      if (message.role() == Role.BUYER) {
        return message.sender();
      }
    }
    return "";
  }

  static @Nullable String text(@Nullable OffsetDateTime at) {
    return at == null ? null : Clock.text(at);
  }
}
