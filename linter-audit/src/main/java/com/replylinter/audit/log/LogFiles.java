package com.replylinter.audit.log;

import com.replylinter.audit.LogConversation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads exported chat logs: files, directories and zip files, whatever their layout.
 *
 * <p>Conversations are handed on one by one and always in the same order: files by their names,
 * within a file conversations as they end, which for those that go on to the end of the file is the
 * order in which they began. Memory does not grow with the input: at most 50 000 messages of a file
 * are held open; when there are more, the conversation least recently added to is handed on, and
 * what comes of it later is another conversation of the same id.
 *
 * <p>Immutable and thread-safe.
 */
public final class LogFiles {
  private final ReadOptions options;

  /** Reads as the user says. */
  public LogFiles(ReadOptions options) {
    this.options = options;
  }

  /**
   * Reads all files.
   *
   * @param inputs files, directories and zip files
   * @param out takes the conversations
   * @param rejects takes the lines that could not be read
   * @return what became of each line of each file. Of a file whose layout is unknown, the user is
   *     told by an exception if it was named in {@code inputs}; if it was found in a directory or a
   *     zip file, it is one rejected line
   * @throws UnknownLayoutException if no layout fits a file
   * @throws LogFileException if a file cannot be opened, or the options do not do for it
   * @throws IOException if reading fails
   */
  public Accounts read(List<Input> inputs, Consumer<LogConversation> out, Consumer<Reject> rejects)
      throws IOException {
    options.check();
    List<FileAccount> accounts = new ArrayList<>();
    new Inputs(
            new Inputs.Visitor() {
              @Override
              public void file(Path path, String name, boolean isNamed) throws IOException {
                LogFile file;
                Layout layout;
                try {
                  file = LogFile.open(path, name, options);
                  layout = layout(file);
                } catch (LogFileException e) {
                  if (isNamed) {
                    throw e;
                  }
                  unreadable(name, e);
                  return;
                }
                accounts.add(LogFiles.read(file, layout, out, rejects));
              }

              @Override
              public void unreadable(String name, LogFileException why) {
                Ledger ledger = new Ledger(name, true, out, rejects);
                ledger.line();
                ledger.reject(1, String.valueOf(why.getMessage()), "");
                accounts.add(ledger.close(FileAccount.UNKNOWN, StandardCharsets.UTF_8));
              }
            })
        .visit(inputs);
    return new Accounts(accounts);
  }

  private static FileAccount read(
      LogFile file, Layout layout, Consumer<LogConversation> out, Consumer<Reject> rejects)
      throws IOException {
    LogReader reader = layout.reader();
    Ledger ledger = new Ledger(file.name(), reader.isInOrder(), out, rejects);
    try {
      reader.read(file, ledger);
    } catch (DamagedFileException e) {
      ledger.line();
      ledger.reject(ledger.lines(), String.valueOf(e.getMessage()), "");
    }
    return ledger.close(layout.id(), file.charset());
  }

  /** The layout the user told, or else the one the file looks like most. */
  private Layout layout(LogFile file) throws IOException {
    String told = options.layout();
    if (told != null) {
      Layout layout = Layout.of(told);
      if (!layout.isKeptIn(file.container())) {
        throw new LogFileException(
            Wording.of(
                "文件“%s”是“%s”，不会是 %s（%s）。请改 --layout，或不写，让程序自己认。",
                "The file “%s” is of the kind “%s” and cannot be %s (%s). Change --layout, or leave"
                    + " it out and have the layout recognised.",
                file.name(),
                file.container().title(),
                layout.id(),
                layout.title()));
      }
      return layout;
    }
    Head head;
    try {
      head = file.head();
    } catch (DamagedFileException e) {
      throw new LogFileException(Wording.of("“%s”：%s", "“%s”: %s", file.name(), e.wording()));
    }
    Map<Layout, Likeness> tried = new EnumMap<>(Layout.class);
    Layout best = Layout.TABLE;
    int most = 0;
    for (Layout layout : Layout.values()) {
      Likeness likeness = layout.likeness(head);
      tried.put(layout, likeness);
      if (likeness.percent() > most) {
        best = layout;
        most = likeness.percent();
      }
    }
    if (most < Likeness.ENOUGH) {
      throw new UnknownLayoutException(file, tried);
    }
    return best;
  }
}
