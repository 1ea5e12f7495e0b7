package com.replylinter.cli;

import com.replylinter.Shop;
import com.replylinter.audit.BookComparison;
import com.replylinter.audit.BookComparison.Difference;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.log.Input;
import com.replylinter.audit.log.LogFiles;
import com.replylinter.audit.log.ReadOptions;
import com.replylinter.audit.log.Reject;
import com.replylinter.phrasebook.Phrasebook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code linter phrasebook what-if}: what a change of the phrasebook changes in real logs. */
@Command(name = "what-if")
final class WhatIfCommand implements Callable<Integer> {
  /** Conversations that are judged at once. */
  private static final int BATCH = 512;

  private static final int REJECTS_SHOWN = 5;

  private final Terminal terminal;
  private final Messages messages;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PhrasebookCommand phrasebook;

  @Parameters(index = "0", paramLabel = "OLD_DIR")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW_DIR")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path after;

  @Option(names = "--logs", paramLabel = "FILE", arity = "1..*", required = true)
  @SuppressWarnings("NullAway.Init") // set by picocli
  private List<Path> logs;

  @Option(names = "--as-of", paramLabel = "DATE")
  private @Nullable LocalDate asOf;

  @Option(names = "--lines", paramLabel = "N", defaultValue = "20")
  private int lines;

  @Option(names = "--jsonl")
  private boolean jsonl;

  WhatIfCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    if (phrasebook.books().directory() != null) {
      throw new CliException(messages.get("what-if.two-books"));
    }
    BookComparison comparison = new BookComparison(book(before), book(after), Shop.DEFAULT, asOf);
    WhatIfText text =
        new WhatIfText(messages, Style.of(LintCommand.Color.auto, terminal), Math.max(0, lines));
    Consumer<Difference> shown =
        jsonl ? difference -> terminal.out().println(WhatIfText.json(difference)) : text::add;
    Batches batches = new Batches(comparison, shown);
    List<Reject> rejects = new ArrayList<>();
    long[] rejected = {0};
    new LogFiles(ReadOptions.DEFAULT)
        .read(
            Input.of(logs),
            batches::add,
            reject -> {
              if (++rejected[0] <= REJECTS_SHOWN) {
                rejects.add(reject);
              }
            });
    batches.flush();
    if (!jsonl) {
      terminal.out().print(text.render(batches.conversations, batches.judged));
    }
    rejects.forEach(
        reject ->
            terminal
                .err()
                .println(
                    messages.get(
                        "what-if.reject",
                        Underline.printable(reject.file()),
                        reject.line(),
                        Underline.printable(reject.reason()))));
    if (rejected[0] > 0) {
      terminal.err().println(messages.get("what-if.rejected", rejected[0]));
    }
    return Exit.CLEAN;
  }

  private Phrasebook book(Path folder) {
    return new Books(folder, terminal, messages).healthy();
  }

  /** Judges on all cores and hands on in order. */
  private static final class Batches {
    private final BookComparison comparison;
    private final Consumer<Difference> target;
    private final List<LogConversation> waiting = new ArrayList<>();
    private long conversations;
    private long judged;

    Batches(BookComparison comparison, Consumer<Difference> target) {
      this.comparison = comparison;
      this.target = target;
    }

    void add(LogConversation conversation) {
      waiting.add(conversation);
      if (waiting.size() == BATCH) {
        flush();
      }
    }

    void flush() {
      waiting.parallelStream().map(comparison::compare).toList().stream()
          .flatMap(List::stream)
          .forEach(target);
      conversations += waiting.size();
      judged += waiting.stream().mapToLong(BookComparison::judged).sum();
      waiting.clear();
    }
  }
}
