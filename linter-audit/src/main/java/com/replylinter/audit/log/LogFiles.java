package com.replylinter.audit.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.replylinter.Turn;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.LogMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Reads logs; a stand-in that knows JSON lines only. */
public final class LogFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Readers with these options. */
  public LogFiles(ReadOptions options) {
    if (options.layout() != null) {
      throw new IllegalArgumentException("JSON lines only");
    }
  }

  /** Hands on every conversation, and every line that is none. */
  public Accounts read(
      List<Path> files, Consumer<LogConversation> conversations, Consumer<Reject> rejects)
      throws IOException {
    long count = 0;
    for (Path file : files) {
      try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        long number = 0;
        String line;
        while ((line = reader.readLine()) != null) {
          number++;
          count++;
          try {
            conversations.accept(conversation(file.toString(), number, JSON.readTree(line)));
          } catch (JsonProcessingException | IllegalArgumentException e) {
            rejects.accept(
                new Reject(file.toString(), number, String.valueOf(e.getMessage()), line));
          }
        }
      }
    }
    return new Accounts(count);
  }

  private static LogConversation conversation(String file, long line, JsonNode node) {
    List<LogMessage> messages = new ArrayList<>();
    for (JsonNode message : node.path("messages")) {
      String at = message.path("at").asText("");
      messages.add(
          new LogMessage(
              line,
              Turn.Role.valueOf(message.path("role").asText("").toUpperCase(Locale.ROOT)),
              message.path("sender").asText(""),
              message.path("text").asText(""),
              at.isEmpty() ? null : OffsetDateTime.parse(at),
              false));
    }
    return new LogConversation(node.path("id").asText(""), file, messages);
  }
}
