package com.replylinter.audit.log;

import com.replylinter.audit.LogConversation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fixtures in {@code testdata/exports}, and what reading a file gives. */
final class Exports {
  static final Path DIRECTORY = Path.of("..", "testdata", "exports");

  private static final LocalDate EXPORTED_ON = LocalDate.of(2026, 5, 10);

  private Exports() {}

  /**
   * What was read.
   *
   * @param accounts one a file
   * @param conversations in the order in which they came
   * @param rejects in the order in which they came
   */
  record Result(
      List<FileAccount> accounts, List<LogConversation> conversations, List<Reject> rejects) {
    /** The account of the only file. */
    FileAccount account() {
      if (accounts.size() != 1) {
        throw new AssertionError(accounts);
      }
      return accounts.get(0);
    }

    /** All that was said, as {@code role sender: text}. */
    List<String> said() {
      return conversations.stream()
          .flatMap(conversation -> conversation.messages().stream())
          .map(message -> message.role().label() + " " + message.sender() + ": " + message.text())
          .toList();
    }
  }

  /** All fixtures. */
  static List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !name(file).startsWith(".") && !name(file).endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** What the user has to say about a fixture. */
  static ReadOptions options(Path fixture) {
    return switch (name(fixture)) {
      case "feige.csv" -> new ReadOptions(null, null, Map.of(), EXPORTED_ON);
      case "table-unnamed.csv" ->
          new ReadOptions(
              null, null, Map.of("会话ID", "单号", "角色", "谁", "消息内容", "说了什么", "时间", "哪天"), null);
      default -> ReadOptions.DEFAULT;
    };
  }

  static Result read(ReadOptions options, Path... inputs) throws IOException {
    List<LogConversation> conversations = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    Accounts accounts =
        new LogFiles(options)
            .read(Input.of(Arrays.asList(inputs)), conversations::add, rejects::add);
    return new Result(accounts.files(), conversations, rejects);
  }
}
