package com.replylinter.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code linter}: options that work on every command. */
@Command(name = "linter", versionProvider = VersionText.class)
final class LinterCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Messages messages;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(names = "--phrasebook", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private @Nullable Path phrasebook;

  /** Read by {@link Messages#choose} before the rest; here for the help and for its check. */
  @Option(names = Messages.OPTION, paramLabel = "zh|en", scope = ScopeType.INHERIT)
  @SuppressWarnings("UnusedVariable") // set by picocli
  private @Nullable Language lang;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  @SuppressWarnings("UnusedVariable") // acted on by picocli
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT)
  @SuppressWarnings("UnusedVariable") // acted on by picocli
  private boolean version;

  LinterCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  /** Without a command: shows the help, as an error. */
  @Override
  public Integer call() {
    spec.commandLine().usage(terminal.errWriter());
    return Exit.USAGE;
  }

  /** The phrasebooks that the options ask for. */
  Books books() {
    return new Books(phrasebook, terminal, messages);
  }

  /** The folder of {@code --phrasebook}; null for the bundled phrasebook. */
  @Nullable Path phrasebook() {
    return phrasebook;
  }

  /** Languages to choose from. */
  enum Language {
    zh,
    en
  }
}
