package com.replylinter.audit.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.replylinter.Turn.Role;
import com.replylinter.audit.LogMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON lines in the linter's own shape, in UTF-8: a conversation a line,
 *
 * <pre>{@code {"id": …, "messages": [{"role": …, "sender": …, "text": …, "at": …}]}}</pre>
 *
 * or a message a line,
 *
 * <pre>{@code {"conversation": …, "role": …, "sender": …, "text": …, "at": …}}</pre>
 *
 * where lines of the same conversation stand together. {@code sender} and {@code at} may be left
 * out. A line that has anything else is rejected; the rest is read. Reads one file, once.
 */
final class JsonlReader {
  /** Name of the layout. */
  static final String LAYOUT = "jsonl";

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Ledger ledger;

  /** The conversation that the last lines belong to, a message each; null if there is none. */
  private @Nullable String open;

  private List<LogMessage> said = new ArrayList<>();
  private long line;

  /** A reader of one file. */
  JsonlReader(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Why a line cannot be read. */
  private static final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    BadLine(String reason) {
      super(reason, null, false, false);
    }
  }

  /** The fields of a line, or of one message inside it. */
  private static final class Fields {
    @Nullable String id;
    @Nullable String conversation;
    @Nullable List<LogMessage> messages;
    @Nullable Role role;
    String sender = "";
    @Nullable String text;
    @Nullable OffsetDateTime at;
  }

  /**
   * Reads to the end. Of a line that holds a conversation, its messages are counted as lines.
   *
   * @throws IOException if reading fails
   */
  void read(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 18];
    int start = 0;
    int end = 0;
    int scanned = 0;
    boolean more = true;
    while (more) {
      int count = in.read(buffer, end, buffer.length - end);
      more = count >= 0;
      end += Math.max(0, count);
      for (; scanned < end; scanned++) {
        if (buffer[scanned] == '\n') {
          readLine(buffer, start, scanned);
          start = scanned + 1;
        }
      }
      if (!more && start < end) {
        readLine(buffer, start, end);
      } else if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        scanned -= start;
        start = 0;
      } else if (end == buffer.length) {
        buffer = java.util.Arrays.copyOf(buffer, 2 * end);
      }
    }
    close();
  }

  private void readLine(byte[] bytes, int start, int end) throws IOException {
    line++;
    int from = line == 1 && startsWithMark(bytes, start, end) ? start + 3 : start;
    if (isBlank(bytes, from, end)) {
      ledger.line();
      ledger.noise(1);
      return;
    }
    try (JsonParser json = JSON.createParser(bytes, from, end - from)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new BadLine("不是 JSON 对象");
      }
      Fields fields = fields(json, true);
      if (json.nextToken() != null) {
        throw new BadLine("一行里不止一个 JSON 对象");
      }
      take(fields);
    } catch (BadLine e) {
      reject(String.valueOf(e.getMessage()), bytes, from, end);
    } catch (JsonProcessingException e) { // its message would quote the text
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      reject("不是合法的 JSON（第 " + column + " 个字节附近）", bytes, from, end);
    }
  }

  private void reject(String reason, byte[] bytes, int start, int end) {
    ledger.line();
    int length = Math.min(end - start, Ledger.MAX_RAW);
    String raw = new String(bytes, start, length, StandardCharsets.UTF_8);
    ledger.reject(line, reason, raw.stripTrailing());
  }

  private void take(Fields fields) throws BadLine {
    List<LogMessage> all = fields.messages;
    if (all == null) {
      if (fields.conversation == null || fields.id != null) {
        throw new BadLine("缺少 messages，也不是单条消息（conversation、role、text）");
      }
      if (!fields.conversation.equals(open)) {
        close();
        open = fields.conversation;
      }
      said.add(message(fields));
    } else {
      if (fields.id == null) {
        throw new BadLine("缺少 id");
      }
      if (fields.conversation != null || fields.role != null || fields.text != null) {
        throw new BadLine("messages 和单条消息的字段不能写在同一行");
      }
      close();
      ledger.conversation(fields.id, all);
    }
  }

  private void close() {
    if (open != null) {
      ledger.conversation(open, said);
      open = null;
      said = new ArrayList<>();
    }
  }

  private Fields fields(JsonParser json, boolean isLine) throws IOException, BadLine {
    Fields fields = new Fields();
    String name;
    while ((name = json.nextFieldName()) != null) {
      json.nextToken();
      switch (name) {
        case "role" -> fields.role = role(text(json, name));
        case "sender" ->
            fields.sender = json.currentToken() == JsonToken.VALUE_NULL ? "" : text(json, name);
        case "text" -> fields.text = text(json, name);
        case "at" ->
            fields.at = json.currentToken() == JsonToken.VALUE_NULL ? null : time(text(json, name));
        default -> {
          if (!isLine) {
            throw new BadLine("不认识的字段：" + name);
          }
          lineField(json, name, fields);
        }
      }
    }
    return fields;
  }

  private void lineField(JsonParser json, String name, Fields fields) throws IOException, BadLine {
    switch (name) {
      case "id" -> fields.id = text(json, name);
      case "conversation" -> fields.conversation = text(json, name);
      case "messages" -> {
        if (json.currentToken() != JsonToken.START_ARRAY) {
          throw new BadLine("messages 应为数组");
        }
        List<LogMessage> all = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
          all.add(message(fields(json, false)));
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
          throw new BadLine("messages 里应为对象");
        }
        fields.messages = all;
      }
      default -> throw new BadLine("不认识的字段：" + name);
    }
  }

  private LogMessage message(Fields fields) throws BadLine {
    Role role = fields.role;
    String text = fields.text;
    if (role == null || text == null) {
      throw new BadLine(role == null ? "缺少 role" : "缺少 text");
    }
    return new LogMessage(line, role, fields.sender, text, fields.at, Placeholders.is(text));
  }

  private static String text(JsonParser json, String name) throws IOException, BadLine {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_STRING
        || (token == JsonToken.VALUE_NUMBER_INT
            && (name.equals("id") || name.equals("conversation")))) {
      return json.getText();
    }
    throw new BadLine(name + " 应为文字");
  }

  private static Role role(String label) throws BadLine {
    return switch (label) {
      case "buyer" -> Role.BUYER;
      case "agent" -> Role.AGENT;
      case "bot" -> Role.BOT;
      case "system" -> Role.SYSTEM;
      default -> throw new BadLine("role 应为 buyer、agent、bot 或 system");
    };
  }

  private static OffsetDateTime time(String text) throws BadLine {
    try {
      OffsetDateTime quick = Times.read(text);
      return quick == null ? OffsetDateTime.parse(text) : quick;
    } catch (DateTimeException e) {
      throw new BadLine("at 应为带时区的时间，如 2026-11-22T10:21:33+08:00");
    }
  }

  private static boolean startsWithMark(byte[] bytes, int start, int end) {
    return end - start >= 3
        && bytes[start] == (byte) 0xEF
        && bytes[start + 1] == (byte) 0xBB
        && bytes[start + 2] == (byte) 0xBF;
  }

  private static boolean isBlank(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
