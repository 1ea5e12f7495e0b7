package com.replylinter.cli;

import com.replylinter.phrasebook.Table;
import com.replylinter.phrasebook.TableExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code linter phrasebook export}: rules and word lists as an Excel workbook. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Messages messages;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private PhrasebookCommand phrasebook;

  @Parameters(paramLabel = "FILE")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  ExportCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Books books = phrasebook.books();
    books.load(); // nothing half understood is handed out
    List<Table> tables = TableExport.of(books.source());
    new Workbooks(messages).write(file, tables);
    int rows = tables.stream().mapToInt(table -> table.rows().size()).sum();
    terminal.out().println(messages.get("export.done", file, tables.get(0).rows().size(), rows));
    return Exit.CLEAN;
  }
}
