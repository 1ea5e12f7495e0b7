package com.replylinter.audit.run;

import com.replylinter.audit.LogConversation;
import com.replylinter.audit.log.Input;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where in the files a run has come to, in bytes. Inside a file that has lines it goes by them; an
 * archive or a workbook counts when the next file begins.
 */
final class Positions {
  private final List<Input> files;
  private final List<Long> ends = new ArrayList<>();
  private int current;

  /** The file whose lines were counted last, and how many it has. */
  private int counted = -1;

  private long lines;

  private Positions(List<Input> files) throws IOException {
    this.files = files;
    long end = 0;
    for (Input file : files) {
      end += Files.size(file.path());
      ends.add(end);
    }
  }

  static Positions of(List<Input> inputs) throws IOException {
    return new Positions(files(inputs));
  }

  /** The files among the inputs, and in folders. */
  static List<Input> files(List<Input> inputs) throws IOException {
    List<Input> files = new ArrayList<>();
    for (Input input : inputs) {
      try (Stream<Path> walk = Files.walk(input.path())) {
        walk.filter(Files::isRegularFile)
            .sorted()
            .map(file -> file.equals(input.path()) ? input : Input.of(file))
            .forEach(files::add);
      }
    }
    return files;
  }

  long total() {
    return ends.isEmpty() ? 0 : ends.get(ends.size() - 1);
  }

  /** The place after a conversation, which comes in the order of the files. */
  long after(LogConversation conversation) throws IOException {
    for (int i = current; i < files.size(); i++) {
      if (isIn(conversation.file(), files.get(i).name())) {
        current = i;
        break;
      }
    }
    if (current >= files.size()) {
      return total();
    }
    long start = current == 0 ? 0 : ends.get(current - 1);
    if (!conversation.file().equals(files.get(current).name())
        || conversation.messages().isEmpty()) {
      return start;
    }
    long line = conversation.messages().get(conversation.messages().size() - 1).line();
    long size = ends.get(current) - start;
    return start + (long) (size * Math.min(1.0, (double) line / Math.max(1, lines())));
  }

  private static boolean isIn(String member, String file) {
    return member.equals(file) || member.startsWith(file + "!/");
  }

  private long lines() throws IOException {
    if (counted != current) {
      counted = current;
      lines = countLines(files.get(current).path());
    }
    return lines;
  }

  private static long countLines(Path file) throws IOException {
    long count = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          count += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    return count;
  }
}
