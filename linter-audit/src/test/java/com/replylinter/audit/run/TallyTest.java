package com.replylinter.audit.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.replylinter.Turn.Role;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.LogMessage;
import com.replylinter.audit.report.Families;
import com.replylinter.audit.report.Summary;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Summary.Settings SETTINGS =
      new Summary.Settings("book", "tmall", null, null, null, List.of(), List.of(), true);

  private static LogConversation saidBy(String agent) {
    OffsetDateTime at = OffsetDateTime.parse("2026-11-01T10:00:00+08:00");
    LogMessage message = new LogMessage(1, Role.AGENT, agent, "好", at, false);
    return new LogConversation("c", "f", List.of(message));
  }

  @Test
  void countsTogetherWhatItHasNoRoomFor() {
    Tally first = new Tally();
    Tally second = new Tally();
    for (int i = 0; i < Tally.MOST_CELLS + 50; i++) {
      Tally tally = i < Tally.MOST_CELLS / 2 ? first : second;
      tally.add(saidBy("店:" + i), List.of(), Filter.ALL);
    }
    first.merge(second);

    Summary summary = first.summary(true, SETTINGS, Families.NAMES, List.of());
    assertEquals(Tally.MOST_CELLS + 50, summary.total().judged());
    assertEquals(Tally.MOST_CELLS + 1, summary.agents().size());
    assertEquals(
        50,
        summary.agents().stream()
            .filter(each -> each.agent().equals(Tally.OTHERS))
            .findFirst()
            .orElseThrow()
            .count()
            .judged());
  }
}
