package com.replylinter.audit.run;

import com.replylinter.audit.AuditedFinding;
import com.replylinter.audit.ConversationAuditor;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.report.FindingRow;
import com.replylinter.audit.report.FindingsFile;
import com.replylinter.audit.report.Masker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A few conversations that stand together in the logs, audited.
 *
 * @param conversations how many they are
 * @param last the last of them
 * @param findings the lines of their findings
 * @param tally what was counted
 * @param flagged those with findings, in order
 */
record Part(
    int conversations, LogConversation last, byte[] findings, Tally tally, List<Flagged> flagged) {

  /** A conversation and what was found in it. */
  record Flagged(LogConversation conversation, List<FindingRow> rows) {}

  static Part of(
      List<LogConversation> conversations,
      ConversationAuditor auditor,
      Filter filter,
      Masker masker) {
    Tally tally = new Tally();
    List<FindingRow> all = new ArrayList<>();
    List<Flagged> flagged = new ArrayList<>();
    for (LogConversation conversation : conversations) {
      List<FindingRow> rows = rows(conversation, auditor, filter, masker);
      tally.add(conversation, rows, filter);
      all.addAll(rows);
      if (!rows.isEmpty()) {
        flagged.add(new Flagged(conversation, rows));
      }
    }
    return new Part(
        conversations.size(),
        conversations.get(conversations.size() - 1),
        FindingsFile.lines(all),
        tally,
        flagged);
  }

  private static List<FindingRow> rows(
      LogConversation conversation, ConversationAuditor auditor, Filter filter, Masker masker) {
    List<AuditedFinding> found = auditor.audit(conversation, filter::wants);
    if (found.isEmpty()) {
      return List.of();
    }
    Set<String> buyers = Masker.buyers(conversation);
    List<FindingRow> rows = new ArrayList<>();
    for (AuditedFinding each : found) {
      if (filter.wants(each.finding())) {
        rows.add(FindingRow.of(conversation, each, masker, buyers));
      }
    }
    return rows;
  }
}
