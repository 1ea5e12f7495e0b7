package com.replylinter.audit.run;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.replylinter.Turn.Role;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.LogMessage;
import com.replylinter.audit.report.Clock;
import com.replylinter.audit.report.Count;
import com.replylinter.audit.report.FindingRow;
import com.replylinter.audit.report.Masker;
import com.replylinter.audit.report.Summary.Mark;
import com.replylinter.audit.report.Summary.Said;
import com.replylinter.audit.report.Summary.Worst;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The gravest conversations, each with the messages around its findings. */
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
final class WorstConversations {
  private static final int MOST = 30;
  private static final int MOST_MESSAGES = 40;
  private static final int BEFORE = 3;
  private static final int AFTER = 1;
  private static final int LONGEST = 500;

  private final List<Worst> kept = new ArrayList<>();

  /** Keeps a conversation if it is graver than one kept before, or there is room. */
  void offer(LogConversation conversation, List<FindingRow> rows, Masker masker) {
    Count count = rows.stream().map(Count::of).reduce(Count.ZERO, Count::plus);
    int place = kept.size();
    while (place > 0 && Count.GRAVEST.compare(count, kept.get(place - 1).count()) < 0) {
      place--;
    }
    if (place < MOST) {
      kept.add(place, worst(conversation, rows, count, masker));
      if (kept.size() > MOST) {
        kept.remove(MOST);
      }
    }
  }

  /** All that are kept, gravest first. */
  List<Worst> all() {
    return List.copyOf(kept);
  }

  private static Worst worst(
      LogConversation conversation, List<FindingRow> rows, Count count, Masker masker) {
    TreeMap<Integer, List<FindingRow>> byTurn = new TreeMap<>();
    TreeSet<Integer> shown = new TreeSet<>();
    int size = conversation.messages().size();
    for (FindingRow row : rows) {
      byTurn.computeIfAbsent(row.turn(), turn -> new ArrayList<>()).add(row);
      int last = Math.min(size - 1, row.turn() + AFTER);
      for (int turn = Math.max(0, row.turn() - BEFORE); turn <= last; turn++) {
        shown.add(turn);
      }
      if (row.because() != null) {
        shown.add(row.because().turn());
      }
    }
    Set<String> buyers = Masker.buyers(conversation);
    List<Said> said = new ArrayList<>();
    for (int turn : shown.stream().limit(MOST_MESSAGES).toList()) {
      said.add(
          said(
              turn,
              conversation.messages().get(turn),
              byTurn.getOrDefault(turn, List.of()),
              masker,
              buyers));
    }
    return new Worst(rows.get(0).conversation(), conversation.file(), count, said);
  }

  private static Said said(
      int turn, LogMessage message, List<FindingRow> rows, Masker masker, Set<String> buyers) {
    String text = masker.text(message.text(), buyers);
    List<Mark> marks = new ArrayList<>();
    for (FindingRow row : rows) {
      if (row.start() < LONGEST) {
        marks.add(
            new Mark(
                row.start(),
                Math.min(row.end(), LONGEST),
                row.rule(),
                row.title(),
                row.severity(),
                row.message()));
      }
    }
    return new Said(
        turn,
        message.role().label(),
        message.role() == Role.BUYER ? masker.name(message.sender()) : message.sender(),
        message.at() == null ? null : Clock.text(message.at()),
        text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…",
        marks,
        rows.isEmpty() ? null : rows.get(0).rewritten());
  }
}
