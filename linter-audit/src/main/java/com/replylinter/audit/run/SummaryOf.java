package com.replylinter.audit.run;

import com.replylinter.audit.report.Count;
import com.replylinter.audit.report.Summary;
import com.replylinter.audit.report.Summary.AgentCount;
import com.replylinter.audit.report.Summary.AgentDay;
import com.replylinter.audit.report.Summary.DayCount;
import com.replylinter.audit.report.Summary.Family;
import com.replylinter.audit.report.Summary.RuleCount;
import com.replylinter.audit.run.Tally.Counter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sorts the counts of a tally for a summary. */
record SummaryOf(
    TreeMap<String, TreeMap<Long, Counter>> agents,
    TreeMap<String, Counter> rules,
    TreeMap<String, String> titles) {
  private static final int HOURS = 24;

  Summary summary(
      boolean complete,
      Summary.Settings settings,
      Map<String, String> familyNames,
      List<Summary.Account> accounts,
      long[] read,
      List<Count> hours,
      List<Summary.Canned> canned,
      List<Summary.Worst> worst) {
    List<AgentCount> byAgent = byAgent();
    TreeMap<Long, Count> byDay = byDay();
    Count undated = byDay.getOrDefault(Tally.UNDATED, Count.ZERO);
    Count total = byDay.values().stream().reduce(Count.ZERO, Count::plus);
    byDay.remove(Tally.UNDATED);
    List<List<Count>> week = new ArrayList<>();
    for (int i = 0; i < hours.size(); i += HOURS) {
      week.add(hours.subList(i, i + HOURS));
    }
    return new Summary(
        complete,
        settings,
        read[0],
        read[1],
        total,
        families(familyNames),
        byRule(),
        byAgent,
        byDay.entrySet().stream()
            .map(each -> new DayCount(Tally.day(each.getKey()), each.getValue()))
            .toList(),
        undated,
        week,
        agentDays(byAgent, new ArrayList<>(byDay.keySet())),
        canned,
        worst,
        accounts);
  }

  private TreeMap<Long, Count> byDay() {
    TreeMap<Long, Count> days = new TreeMap<>();
    for (TreeMap<Long, Counter> own : agents.values()) {
      own.forEach((day, counter) -> days.merge(day, counter.count(), Count::plus));
    }
    return days;
  }

  private List<AgentCount> byAgent() {
    List<AgentCount> all = new ArrayList<>();
    agents.forEach(
        (agent, own) -> {
          Count count = own.values().stream().map(Counter::count).reduce(Count.ZERO, Count::plus);
          all.add(new AgentCount(agent, count.perThousand(), count));
        });
    all.sort(
        Comparator.comparingDouble(AgentCount::perThousand)
            .reversed()
            .thenComparing(AgentCount::count, Count.GRAVEST)
            .thenComparing(AgentCount::agent));
    return all;
  }

  private List<AgentDay> agentDays(List<AgentCount> byAgent, List<Long> days) {
    List<AgentDay> all = new ArrayList<>();
    for (int agent = 0; agent < byAgent.size(); agent++) {
      TreeMap<Long, Counter> own = agents.getOrDefault(byAgent.get(agent).agent(), new TreeMap<>());
      for (int day = 0; day < days.size(); day++) {
        Counter counter = own.get(days.get(day));
        if (counter != null) {
          all.add(new AgentDay(agent, day, counter.count().judged()));
        }
      }
    }
    return all;
  }

  private List<RuleCount> byRule() {
    List<RuleCount> all = new ArrayList<>();
    rules.forEach(
        (rule, counter) ->
            all.add(new RuleCount(rule, titles.getOrDefault(rule, rule), counter.count())));
    all.sort(Comparator.comparing(RuleCount::count, Count.GRAVEST).thenComparing(RuleCount::rule));
    return all;
  }

  private List<Family> families(Map<String, String> names) {
    TreeMap<String, Count> families = new TreeMap<>();
    rules.forEach(
        (rule, counter) ->
            families.merge(rule.substring(0, rule.indexOf('/')), counter.count(), Count::plus));
    List<Family> all = new ArrayList<>();
    families.forEach(
        (family, count) -> all.add(new Family(family, names.getOrDefault(family, family), count)));
    all.sort(Comparator.comparing(Family::count, Count.GRAVEST).thenComparing(Family::family));
    return all;
  }
}
