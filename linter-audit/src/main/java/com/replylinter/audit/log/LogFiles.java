package com.replylinter.audit.log;

import com.replylinter.audit.LogConversation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads exports: files, and folders of them in the order of their names. */
public final class LogFiles {
  private final ReadOptions options;

  /** Reads as told by these options. */
  public LogFiles(ReadOptions options) {
    this.options = options;
  }

  /**
   * Reads everything once, in order.
   *
   * @param out takes each conversation, whole
   * @param rejects takes each line that cannot be read
   * @return an account of every line
   * @throws IOException if a file cannot be read
   */
  public Accounts read(List<Path> inputs, Consumer<LogConversation> out, Consumer<Reject> rejects)
      throws IOException {
    String layout = options.layout();
    if (layout != null && !layout.equals(JsonlReader.LAYOUT)) {
      throw new IllegalArgumentException("unknown layout " + layout);
    }
    List<FileAccount> accounts = new ArrayList<>();
    for (Path file : files(inputs)) {
      try (InputStream in = Files.newInputStream(file)) {
        accounts.add(new JsonlReader(file.toString(), out, rejects).read(in));
      }
    }
    return new Accounts(accounts);
  }

  private static List<Path> files(List<Path> inputs) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path input : inputs) {
      try (Stream<Path> walk = Files.walk(input)) {
        walk.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
    }
    return files;
  }
}
