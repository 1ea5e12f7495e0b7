package com.replylinter.cli;

import com.replylinter.Turn;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.server.feedback.Entry;
import com.replylinter.server.feedback.Feedback;
import com.replylinter.server.feedback.Feedback.Kind;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an agent told, for a trainer.
 *
 * @param messages in which language
 */
record EntryText(Messages messages) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  /** One line that says what it is about, and one for each thing told. */
  String render(Entry entry) {
    Feedback told = entry.feedback();
    StringBuilder text = new StringBuilder();
    text.append('#').append(entry.id()).append("  ").append(TIME.format(entry.at()));
    text.append("  ").append(messages.get("inbox.kind." + told.kind().label()));
    if (told.verdict() != null) {
      text.append("  ").append(messages.get("inbox.verdict." + told.verdict().label()));
    }
    if (told.offline()) {
      text.append("  ").append(messages.get("inbox.offline"));
    }
    if (!told.rules().isEmpty()) {
      text.append("  ")
          .append(told.rules().stream().map(RuleId::toString).collect(Collectors.joining(", ")));
    }
    line(text, told.kind() == Kind.OVERRIDE ? "inbox.reason" : "inbox.note", told.remark());
    line(text, "inbox.agent", told.agent());
    line(text, "inbox.supervisor", told.supervisor());
    line(text, "inbox.phrasebook", told.phrasebook());
    if (told.span() != null) {
      line(text, "inbox.span", told.span().start() + "–" + told.span().end());
    }
    for (Turn turn : told.conversation()) {
      line(text, "role." + turn.role().label(), "inbox.said", turn.text());
    }
    line(text, "inbox.draft", told.draft());
    return text.toString();
  }

  private void line(StringBuilder text, String key, @Nullable String value) {
    if (value != null) {
      text.append("\n    ").append(messages.get(key, onOneLine(value)));
    }
  }

  private void line(StringBuilder text, String who, String key, String value) {
    text.append("\n    ").append(messages.get(key, messages.get(who), onOneLine(value)));
  }

  private static String onOneLine(String value) {
    return Underline.printable(value.strip().replaceAll("\\R", " "));
  }
}
