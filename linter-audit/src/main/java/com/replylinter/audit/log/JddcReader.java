package com.replylinter.audit.log;

import com.replylinter.Turn.Role;
import com.replylinter.audit.LogMessage;
import java.io.IOException;
import java.util.List;

/**
 * The layout of the JDDC corpus: fields with tabs between and nothing quoted; what follows the
 * fifth tab is the message, further tabs included.
 */
final class JddcReader implements LogReader {
  private static final List<String> HEADER =
      List.of("session_id", "user_id", "waiter_send", "is_transfer", "is_repeat", "content");

  @Override
  public Likeness likeness(Head head) {
    List<String> lines = head.written();
    List<String> first = lines.isEmpty() ? List.of() : fields(lines.get(0));
    long found = HEADER.stream().filter(first::contains).count();
    return new Likeness(
        found == HEADER.size() ? 100 : 0,
        Wording.of(
            "表头 6 列里认出 %d 列（session_id、user_id…）",
            "of the header's 6 columns %d are known (session_id, user_id …)", found));
  }

  @Override
  public void read(LogFile file, Ledger ledger) throws IOException {
    try (Lines lines = file.lines(ledger)) {
      for (Line line = lines.next(); line != null; line = lines.next()) {
        String damage = line.damage();
        if (!damage.isEmpty()) {
          ledger.reject(line.number(), damage, line.text());
        } else if (line.isBlank() || fields(line.text()).equals(HEADER)) {
          ledger.noise(1);
        } else {
          read(line, ledger);
        }
      }
    }
  }

  private static void read(Line line, Ledger ledger) {
    List<String> fields = fields(line.text());
    String fromAgent = fields.size() == HEADER.size() ? fields.get(2) : "";
    if (fields.get(0).isEmpty() || !(fromAgent.equals("0") || fromAgent.equals("1"))) {
      ledger.reject(
          line.number(),
          "第 %d 行不是 6 列（session_id、user_id、waiter_send、is_transfer、is_repeat、content），或 waiter_send 不是 0 和 1，没有读。请补全这一行。"
              .formatted(line.number()),
          line.text());
      return;
    }
    boolean isAgent = fromAgent.equals("1");
    String words = fields.get(5);
    ledger.message(
        fields.get(0),
        new LogMessage(
            line.number(),
            isAgent ? Role.AGENT : Role.BUYER,
            isAgent ? "" : fields.get(1),
            words,
            null,
            Placeholders.is(words)));
  }

  private static List<String> fields(String line) {
    return List.of(line.split("\t", HEADER.size())).stream().map(String::strip).toList();
  }
}
