package com.replylinter.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.replylinter.phrasebook.FileChange;
import com.replylinter.phrasebook.PhrasebookSource;
import com.replylinter.phrasebook.TableImport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code linter phrasebook import}: brings an Excel workbook back into a phrasebook's folder. Shows
 * what would change, and writes it only when told to.
 */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
  private static final int CONTEXT_LINES = 1;

  private final Terminal terminal;
  private final Messages messages;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PhrasebookCommand phrasebook;

  @Parameters(paramLabel = "FILE")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @Option(names = "--write")
  private boolean write;

  ImportCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Books books = phrasebook.books();
    Path folder = books.directory();
    if (folder == null) {
      throw new CliException(messages.get("import.where"));
    }
    TableImport read = TableImport.of(source(books, folder), new Workbooks(messages).read(file));
    read.tableProblems().forEach(problem -> terminal.err().println(problem.render()));
    read.fileProblems().forEach(problem -> terminal.err().println(problem.render()));
    int problems = read.tableProblems().size() + read.fileProblems().size();
    if (problems > 0) {
      throw new CliException(messages.get("import.broken", problems));
    }
    Style style = Style.of(LintCommand.Color.auto, terminal);
    read.changes().forEach(change -> show(change, style));
    if (read.changes().isEmpty()) {
      terminal.out().println(messages.get("import.nothing"));
    } else if (write) {
      for (FileChange change : read.changes()) {
        write(folder, change);
      }
      terminal.out().println(messages.get("import.written", read.changes().size(), folder));
    } else {
      terminal.out().println(messages.get("import.not-written", read.changes().size()));
    }
    return Exit.CLEAN;
  }

  /** A folder that is not there yet is an empty phrasebook; one with errors is left alone. */
  private static PhrasebookSource source(Books books, Path folder) {
    if (!Files.exists(folder)) {
      return new PhrasebookSource(List.of());
    }
    PhrasebookSource source = books.source();
    if (!source.files().isEmpty()) {
      books.load();
    }
    return source;
  }

  private void show(FileChange change, Style style) {
    String what = change.before() == null ? "new" : change.after() == null ? "deleted" : "changed";
    terminal.out().println(messages.get("import." + what, change.name()));
    List<String> before = lines(change.before());
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            change.name(),
            change.name(),
            before,
            DiffUtils.diff(before, lines(change.after())),
            CONTEXT_LINES);
    for (String line : diff.subList(Math.min(2, diff.size()), diff.size())) {
      terminal
          .out()
          .println(
              switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '+' -> style.good(line);
                case '-' -> style.bad(line);
                default -> style.faint(line);
              });
    }
    terminal.out().println();
  }

  private static List<String> lines(@Nullable String text) {
    return text == null ? List.of() : new ArrayList<>(text.lines().toList());
  }

  /** Whole or not at all, so that no reader sees half a file. */
  private static void write(Path folder, FileChange change) throws IOException {
    Path target = folder.resolve(change.name());
    String after = change.after();
    if (after == null) {
      Files.deleteIfExists(target);
      return;
    }
    Path parent = Files.createDirectories(target.resolveSibling(""));
    Path part = Files.createTempFile(parent, target.getFileName().toString(), ".part");
    Files.write(part, after.getBytes(StandardCharsets.UTF_8));
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
  }
}
