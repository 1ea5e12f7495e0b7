package com.replylinter.audit.log;

import com.replylinter.Turn.Role;
import com.replylinter.audit.LogMessage;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads message objects of a JSON layout; what differs between layouts is what the fields mean. */
abstract class JsonLogReader implements LogReader {
  private final JsonShape shape;

  JsonLogReader(JsonShape shape) {
    this.shape = shape;
  }

  /**
   * What a message object says.
   *
   * @param conversation the id of its conversation; empty if only the file's name can tell
   * @param role who sent it; null if the object does not say
   * @param sender the sender's name; empty if the object does not say
   * @param words what was sent
   * @param time when, as it stands there; empty if the object does not say
   * @param isPlaceholder whether it is of a kind that has no text
   */
  record Said(
      String conversation,
      @Nullable Role role,
      String sender,
      String words,
      String time,
      boolean isPlaceholder) {}

  /**
   * Reads a message object.
   *
   * @param around the plain values of the objects around it
   */
  abstract Said said(JsonRecord message, Map<String, String> around);

  @Override
  public final Likeness likeness(Head head) {
    return shape.likeness(head.start());
  }

  @Override
  public final void read(LogFile file, Ledger ledger) throws IOException {
    Times times = new Times(file.options().exportedOn());
    JsonRecords records =
        new JsonRecords(
            shape,
            ledger,
            (around, messages) -> {
              try {
                add(file, ledger, times, around, messages);
              } catch (LogFileException e) {
                throw new UncheckedIOException(e);
              }
            });
    try (Reader text = file.text()) {
      records.read(text);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void add(
      LogFile file,
      Ledger ledger,
      Times times,
      Map<String, String> around,
      List<JsonRecord> messages)
      throws LogFileException {
    for (JsonRecord message : messages) {
      Said said = said(message, around);
      Role role = said.role();
      OffsetDateTime at = said.time().isEmpty() ? null : times.parse(said.time());
      String problem =
          Line.isGarbled(said.words())
              ? "有许多字节解不出文字，多半是编码不对或文件损坏。请用 --charset 指定编码，或重新导出。"
              : role == null
                  ? "看不出是谁说的，没有读。请补上说话的一方。"
                  : at == null && !said.time().isEmpty()
                      ? "的时间“%s”看不懂，没有读。请改成 2025-09-19 17:24:05 这样的时间。".formatted(said.time())
                      : "";
      if (role == null || !problem.isEmpty()) {
        ledger.reject(
            message.number(),
            "第 %d 条记录%s".formatted(message.number(), problem),
            message.fields().toString());
      } else {
        boolean isPlaceholder = said.isPlaceholder() || Placeholders.is(said.words());
        ledger.message(
            said.conversation().isEmpty() ? file.stem() : said.conversation(),
            new LogMessage(message.number(), role, said.sender(), said.words(), at, isPlaceholder));
      }
    }
  }

  /** The first that is not empty; empty if all are. */
  static String first(String... values) {
    for (String value : values) {
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  /** The role, but a bot's where an agent has a bot's name. */
  static @Nullable Role role(@Nullable Role role, String name) {
    return role == Role.AGENT && Speakers.isBot(name) ? Role.BOT : role;
  }
}
