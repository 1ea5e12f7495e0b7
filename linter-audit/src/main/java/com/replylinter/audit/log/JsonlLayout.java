package com.replylinter.audit.log;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The linter's own shape of JSON lines, read by {@link JsonlReader}. */
final class JsonlLayout implements LogReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Likeness likeness(Head head) {
    List<String> lines = head.written();
    long found = lines.stream().filter(JsonlLayout::isOurs).count();
    return Likeness.share(
        found,
        lines.size(),
        Wording.of(
            "%d 行里有 %d 行是带 messages 或 conversation 的 JSON 对象",
            "of %d lines %d are JSON objects with messages or conversation", lines.size(), found));
  }

  private static boolean isOurs(String line) {
    if (!line.stripLeading().startsWith("{")) {
      return false;
    }
    try {
      JsonNode node = JSON.readTree(line);
      return (node.path("messages").isArray() && node.has("id"))
          || (node.has("conversation") && node.has("role"));
    } catch (JacksonException e) {
      return false;
    }
  }

  @Override
  public void read(LogFile file, Ledger ledger) throws IOException {
    try (InputStream in = file.bytes()) {
      new JsonlReader(ledger).read(in);
    }
  }
}
