package com.replylinter.audit.run;

import com.replylinter.audit.LogMessage;
import com.replylinter.audit.report.Clock;
import com.replylinter.finding.Finding;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an audit is about. Conversations are judged as wholes all the same: what stands before a
 * message counts, whoever wrote it and when.
 *
 * @param since first day of the messages, in China; null for the beginning
 * @param until last day of the messages; null for the end
 * @param agents names of agents, with or without their shop's name before a colon; none for all
 * @param rules ids or families of rules; none for all
 */
public record Filter(
    @Nullable LocalDate since, @Nullable LocalDate until, Set<String> agents, Set<String> rules) {
  /** Everything. */
  public static final Filter ALL = new Filter(null, null, Set.of(), Set.of());

  /** Keeps immutable copies. */
  public Filter {
    agents = Set.copyOf(agents);
    rules = Set.copyOf(rules);
  }

  /**
   * Whether a message is among those asked about. One whose time is unknown is on no day: it is
   * left out where a first or last day is asked for.
   */
  public boolean wants(LogMessage message) {
    return (agents.isEmpty() || isNamed(message.sender())) && isInTime(message);
  }

  private boolean isNamed(String sender) {
    int colon = Math.max(sender.lastIndexOf(':'), sender.lastIndexOf('：'));
    return agents.contains(sender) || (colon >= 0 && agents.contains(sender.substring(colon + 1)));
  }

  private boolean isInTime(LogMessage message) {
    if (since == null && until == null) {
      return true;
    }
    if (message.at() == null) {
      return false;
    }
    LocalDate day = Clock.local(message.at()).toLocalDate();
    return (since == null || !day.isBefore(since)) && (until == null || !day.isAfter(until));
  }

  /** Whether a finding is of a rule asked about. */
  public boolean wants(Finding finding) {
    return rules.isEmpty()
        || rules.contains(finding.rule().toString())
        || rules.contains(finding.family());
  }
}
