package com.replylinter.spark;

import com.replylinter.Turn;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.LogMessage;
import com.replylinter.audit.log.Placeholders;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Conversations out of the rows of a {@link LogTable}. */
final class Conversations {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private Conversations() {}

  /** The conversation of a row. */
  static LogConversation of(Row row) {
    List<LogMessage> messages = new ArrayList<>();
    for (Row message : row.<Row>getList(row.fieldIndex("messages"))) {
      String text = message.getString(message.fieldIndex("text"));
      messages.add(
          new LogMessage(
              message.getLong(message.fieldIndex("line")),
              Turn.Role.valueOf(
                  message.getString(message.fieldIndex("role")).toUpperCase(Locale.ROOT)),
              message.getString(message.fieldIndex("sender")),
              text,
              time(message.getString(message.fieldIndex("at"))),
              Placeholders.is(text)));
    }
    return new LogConversation(
        row.getString(row.fieldIndex("id")), row.getString(row.fieldIndex("file")), messages);
  }

  /** A time, China's where it does not say otherwise; null if it is none. */
  static @Nullable OffsetDateTime time(@Nullable String written) {
    if (written == null || written.isBlank()) {
      return null;
    }
    String text = written.strip().replace(' ', 'T');
    try {
      return text.matches(".*(Z|[+-]\\d{2}:\\d{2})")
          ? OffsetDateTime.parse(text)
          : LocalDateTime.parse(text).atOffset(CHINA);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
