package com.replylinter.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;

/** Entry point of the application. */
public final class Main {
  private static final char UNREADABLE = '\uFFFD';

  private Main() {}

  /** Runs one command and exits with its code: 0 clean, 1 findings, 2 usage or input error. */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    Terminal terminal = new Terminal(System.in, out, err, System.getenv(), Terminal.isShown());
    int exitCode = isGarbled(args) ? refuseGarbled(terminal, args) : run(terminal, args);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /**
   * Runs one command.
   *
   * @return its exit code
   */
  static int run(Terminal terminal, String... args) {
    Messages messages = Messages.choose(args, terminal.env());
    CommandLine commands = new CommandLine(new LinterCommand(terminal, messages));
    commands.addSubcommand(new LintCommand(terminal, messages));
    commands.addSubcommand(new AuditCommand(terminal, messages));
    commands.addSubcommand(new ServeCommand(terminal, messages));
    CommandLine phrasebook = new CommandLine(new PhrasebookCommand(terminal, messages));
    commands.addSubcommand(phrasebook);
    phrasebook.addSubcommand(new ExportCommand(terminal, messages));
    phrasebook.addSubcommand(new ImportCommand(terminal, messages));
    phrasebook.addSubcommand(new WhatIfCommand(terminal, messages));
    phrasebook.addSubcommand(new InboxCommand(terminal, messages));
    commands.setResourceBundle(messages.bundle());
    commands.setUsageHelpAutoWidth(false);
    commands.setUsageHelpLongOptionsMaxWidth(28);
    commands.setAdjustLineBreaksForWideCJKCharacters(true);
    commands.setOut(terminal.outWriter());
    commands.setErr(terminal.errWriter());
    commands.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    Failures failures = new Failures(terminal, messages);
    commands.setParameterExceptionHandler(failures::onUsageError);
    commands.setExecutionExceptionHandler(failures::onFailure);
    return commands.execute(args);
  }

  /** In a locale such as C, Java cannot read the bytes of Chinese arguments. */
  private static boolean isGarbled(String... args) {
    return !"UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"))
        && Arrays.stream(args).anyMatch(arg -> arg.indexOf(UNREADABLE) >= 0);
  }

  private static int refuseGarbled(Terminal terminal, String... args) {
    Messages messages = Messages.choose(args, terminal.env());
    terminal.err().println(messages.get("error.prefix", messages.get("error.arguments")));
    return Exit.USAGE;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
