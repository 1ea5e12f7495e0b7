package com.replylinter.audit.run;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.replylinter.audit.ConversationAuditor;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.LogMessage;
import com.replylinter.audit.report.Clock;
import com.replylinter.audit.report.Count;
import com.replylinter.audit.report.FindingRow;
import com.replylinter.audit.report.Masker;
import com.replylinter.audit.report.Summary;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts over conversations, in memory that does not grow with them: agents and days beyond {@link
 * #MOST_CELLS} pairs are counted together, and of repeated replies and grave conversations the
 * foremost are kept. Tallies of parts, merged in the order of the parts, are that of the whole. Not
 * thread-safe; Jackson writes and reads its fields.
 */
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
final class Tally {
  /** Pairs of agent and day that are counted apart. */
  static final int MOST_CELLS = 100_000;

  /** Who is counted for agents beyond these. */
  static final String OTHERS = "（其他）";

  /** The day of messages whose time is unknown. */
  static final long UNDATED = Long.MIN_VALUE;

  private static final int HOURS = 24;
  private static final int DAYS = 7;

  private long conversations;
  private long messages;
  private final TreeMap<String, TreeMap<Long, Counter>> agents = new TreeMap<>();
  private int cells;
  private final List<Counter> hours = new ArrayList<>();
  private final TreeMap<String, Counter> rules = new TreeMap<>();
  private final TreeMap<String, String> titles = new TreeMap<>();
  private final CannedReplies canned = new CannedReplies();
  private final WorstConversations worst = new WorstConversations();

  Tally() {
    for (int i = 0; i < DAYS * HOURS; i++) {
      hours.add(new Counter());
    }
  }

  /** Sums that grow; the fields are those of {@link Count}. */
  @JsonAutoDetect(
      fieldVisibility = Visibility.ANY,
      getterVisibility = Visibility.NONE,
      isGetterVisibility = Visibility.NONE)
  static final class Counter {
    private long judged;
    private long flagged;
    private long block;
    private long warn;
    private long remind;
    private long points;

    void add(Count count) {
      judged += count.judged();
      flagged += count.flagged();
      block += count.block();
      warn += count.warn();
      remind += count.remind();
      points += count.points();
    }

    Count count() {
      return new Count(judged, flagged, block, warn, remind, points);
    }
  }

  /** Counts a conversation and what was found in it; the rows come in the order of the messages. */
  void add(LogConversation conversation, List<FindingRow> rows, Filter filter) {
    List<LogMessage> said = conversation.messages();
    conversations++;
    messages += said.size();
    for (LogMessage message : said) {
      if (ConversationAuditor.isJudged(message) && filter.wants(message)) {
        count(message, Count.CLEAN);
      }
    }
    int last = -1;
    for (FindingRow row : rows) {
      Count count = Count.of(row);
      count = row.turn() == last ? count : count.plus(new Count(0, 1, 0, 0, 0, 0));
      last = row.turn();
      count(said.get(row.turn()), count);
      rules.computeIfAbsent(row.rule(), key -> new Counter()).add(count);
      titles.putIfAbsent(row.rule(), row.title());
    }
    canned.add(rows);
  }

  private void count(LogMessage message, Count count) {
    if (message.at() == null) {
      cell(message.sender(), UNDATED).add(count);
      return;
    }
    LocalDateTime at = Clock.local(message.at());
    cell(message.sender(), at.toLocalDate().toEpochDay()).add(count);
    hours.get((at.getDayOfWeek().getValue() - 1) * HOURS + at.getHour()).add(count);
  }

  private Counter cell(String agent, long day) {
    TreeMap<Long, Counter> own = agents.get(agent);
    Counter known = own == null ? null : own.get(day);
    if (known != null) {
      return known;
    }
    boolean full = cells >= MOST_CELLS;
    cells += full ? 0 : 1;
    return agents
        .computeIfAbsent(full ? OTHERS : agent, key -> new TreeMap<>())
        .computeIfAbsent(full ? UNDATED : day, key -> new Counter());
  }

  /** Adds what was counted over the conversations that follow. */
  void merge(Tally next) {
    conversations += next.conversations;
    messages += next.messages;
    next.agents.forEach(
        (agent, own) -> own.forEach((day, counter) -> cell(agent, day).add(counter.count())));
    for (int i = 0; i < hours.size(); i++) {
      hours.get(i).add(next.hours.get(i).count());
    }
    next.rules.forEach(
        (rule, counter) -> rules.computeIfAbsent(rule, key -> new Counter()).add(counter.count()));
    next.titles.forEach(titles::putIfAbsent);
    canned.merge(next.canned);
  }

  /** Keeps a conversation if it is among the gravest. */
  void offer(LogConversation conversation, List<FindingRow> rows, Masker masker) {
    worst.offer(conversation, rows, masker);
  }

  long messages() {
    return messages;
  }

  /** Everything, sorted. */
  Summary summary(
      boolean complete,
      Summary.Settings settings,
      Map<String, String> familyNames,
      List<Summary.Account> accounts) {
    return new SummaryOf(agents, rules, titles)
        .summary(
            complete,
            settings,
            familyNames,
            accounts,
            new long[] {conversations, messages},
            hours.stream().map(Counter::count).toList(),
            canned.foremost(),
            worst.all());
  }

  static String day(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }
}
