package com.replylinter.cli;

import com.replylinter.phrasebook.RuleId;
import com.replylinter.server.feedback.Entry;
import com.replylinter.server.feedback.EntryWriter;
import com.replylinter.server.feedback.Feedback.Kind;
import com.replylinter.server.feedback.FeedbackQuery;
import com.replylinter.server.feedback.FeedbackStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code linter phrasebook inbox}: what agents told of the rules; the service may be running. */
@Command(name = "inbox")
final class InboxCommand implements Callable<Integer> {
  private static final int PAGE = 500;

  private final Terminal terminal;
  private final Messages messages;

  @Option(names = "--data", paramLabel = "DIR", required = true)
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path data;

  @Option(names = "--kind", paramLabel = "KIND")
  private @Nullable String kind;

  @Option(names = "--rule", paramLabel = "ID")
  private @Nullable String rule;

  @Option(names = "--since", paramLabel = "DATE")
  private @Nullable String since;

  @Option(names = "--jsonl")
  private boolean jsonl;

  InboxCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(data)) {
      throw new CliException(messages.get("inbox.missing", data));
    }
    FeedbackQuery query = new FeedbackQuery(kind(), rule(), since(), 0, PAGE);
    long count = 0;
    try (FeedbackStore store = FeedbackStore.reading(data)) {
      for (List<Entry> page = store.find(query); !page.isEmpty(); page = store.find(query)) {
        page.forEach(this::show);
        count += page.size();
        query = query.after(page.get(page.size() - 1).id());
      }
    } catch (NoSuchFileException e) {
      // nobody has told anything yet
    } catch (SQLException e) {
      throw new CliException(
          messages.get("inbox.unreadable", data, String.valueOf(e.getMessage())));
    }
    if (!jsonl) {
      terminal.out().println(messages.get("inbox.listed", count));
    }
    return Exit.CLEAN;
  }

  private void show(Entry entry) {
    terminal
        .out()
        .println(jsonl ? EntryWriter.toJson(entry) : new EntryText(messages).render(entry));
  }

  private @Nullable Kind kind() {
    if (kind == null) {
      return null;
    }
    return Kind.of(kind)
        .orElseThrow(
            () ->
                new CliException(
                    messages.get(
                        "inbox.kind",
                        Arrays.stream(Kind.values())
                            .map(Kind::label)
                            .collect(Collectors.joining(", ")))));
  }

  private @Nullable RuleId rule() {
    try {
      return rule == null ? null : RuleId.parse(rule);
    } catch (IllegalArgumentException e) {
      throw new CliException(messages.get("phrasebook.bad-id", String.valueOf(rule)));
    }
  }

  private @Nullable Instant since() {
    try {
      return since == null ? null : FeedbackQuery.startOf(since);
    } catch (DateTimeException e) {
      throw new CliException(messages.get("inbox.since", String.valueOf(since)));
    }
  }
}
