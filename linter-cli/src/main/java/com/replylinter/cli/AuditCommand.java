package com.replylinter.cli;

import com.replylinter.Linter;
import com.replylinter.audit.log.Input;
import com.replylinter.audit.log.ReadOptions;
import com.replylinter.audit.report.Count;
import com.replylinter.audit.report.ReportFiles;
import com.replylinter.audit.report.Summary;
import com.replylinter.audit.run.AuditOptions;
import com.replylinter.audit.run.AuditRun;
import com.replylinter.audit.run.Filter;
import com.replylinter.audit.run.OtherJobException;
import com.replylinter.phrasebook.Phrasebook;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code linter audit}: exported logs in, a folder of reports out; or a file of quick replies. */
@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {
  /** How long the reports of an interrupted run may take. */
  private static final long PATIENCE_SECONDS = 60;

  private final Terminal terminal;
  private final Messages messages;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private LinterCommand linter;

  @Parameters(paramLabel = "FILE", arity = "0..*")
  private List<Path> files = List.of();

  @Option(names = "--out", paramLabel = "DIR")
  private @Nullable Path out;

  @Option(names = "--layout", paramLabel = "NAME")
  private @Nullable String layout;

  @Option(names = "--charset", paramLabel = "NAME")
  private @Nullable String charset;

  @Option(names = "--columns", paramLabel = "FIELD=COLUMN", split = ",")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--exported-on", paramLabel = "DATE")
  private @Nullable LocalDate exportedOn;

  @Option(names = "--since", paramLabel = "DATE")
  private @Nullable LocalDate since;

  @Option(names = "--until", paramLabel = "DATE")
  private @Nullable LocalDate until;

  @Option(names = "--agent", paramLabel = "NAME")
  private List<String> agents = List.of();

  @Option(names = "--rule", paramLabel = "ID")
  private List<String> rules = List.of();

  @Option(names = "--as-of", paramLabel = "DATE")
  private @Nullable LocalDate asOf;

  @Option(names = "--fail-on", paramLabel = "block|warn|remind")
  private FailOn failOn = FailOn.warn;

  @Option(names = "--resume")
  private boolean resume;

  @Option(names = "--no-mask")
  private boolean noMask;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private ShopOptions shop;

  @Option(names = "--threads", paramLabel = "N")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--phrases", paramLabel = "FILE")
  private @Nullable Path phrases;

  @Option(names = "--write", paramLabel = "FILE")
  private @Nullable Path write;

  AuditCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    checkArguments();
    Phrasebook book = linter.books().healthy();
    rules.forEach(rule -> requireRule(rule, book));
    Linter judge = Linter.of(book);
    if (phrases != null) {
      Count found =
          new PhrasesAudit(judge, shop.shop(), asOf, terminal, messages)
              .run(phrases, charset(), write);
      return failOn.isMetBy(found) ? Exit.FINDINGS : Exit.CLEAN;
    }
    return audit(judge);
  }

  private int audit(Linter judge) throws IOException, InterruptedException {
    AuditOptions options = options();
    AuditProgress progress = AuditProgress.on(terminal, messages);
    AuditRun run = new AuditRun(judge, options, progress);
    CountDownLatch told = new CountDownLatch(1);
    Thread hook = new Thread(() -> interrupt(run, told), "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      Summary summary = finish(run, progress, options);
      tell(summary, options);
      if (!summary.complete()) {
        return Exit.USAGE;
      }
      return failOn.isMetBy(summary.total()) ? Exit.FINDINGS : Exit.CLEAN;
    } finally {
      terminal.out().flush();
      told.countDown();
      forget(hook);
    }
  }

  private Summary finish(AuditRun run, AuditProgress progress, AuditOptions options)
      throws IOException, InterruptedException {
    try (progress) {
      return run.run();
    } catch (OtherJobException e) {
      throw new CliException(messages.get("audit.other-job", options.out()));
    }
  }

  /**
   * On Ctrl-C the reports over what was audited are written, and told of, before the program ends.
   */
  private static void interrupt(AuditRun run, CountDownLatch told) {
    run.stop();
    try {
      told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the program is ending: the hook is what waited for this
    }
  }

  private void checkArguments() {
    boolean isPhrases = phrases != null;
    if (isPhrases ? !files.isEmpty() || out != null : files.isEmpty() || out == null) {
      throw new CliException(messages.get("audit.what"));
    }
    if (write != null && !isPhrases) {
      throw new CliException(messages.get("audit.write-what"));
    }
    for (Path file : phrases == null ? files : List.of(phrases)) {
      if (!Files.exists(file)) {
        throw new CliException(messages.get("audit.missing", file));
      }
    }
    if (since != null && until != null && until.isBefore(since)) {
      throw new CliException(messages.get("audit.dates", since.toString(), until.toString()));
    }
    if (threads < 1) {
      throw new CliException(messages.get("usage-error.value", "--threads", threads));
    }
  }

  private AuditOptions options() {
    return new AuditOptions(
        Input.of(files),
        Objects.requireNonNull(out),
        new ReadOptions(layout, charset(), columns, exportedOn),
        new Filter(since, until, Set.copyOf(agents), Set.copyOf(rules)),
        asOf,
        shop.shop(),
        !noMask,
        resume,
        threads,
        AuditOptions.CHECKPOINT);
  }

  private @Nullable Charset charset() {
    try {
      return charset == null ? null : Charset.forName(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new CliException(messages.get("usage-error.value", "--charset", charset));
    }
  }

  private void requireRule(String name, Phrasebook book) {
    boolean known =
        book.rules().stream()
            .anyMatch(rule -> rule.id().toString().equals(name) || rule.id().family().equals(name));
    if (!known) {
      throw new CliException(messages.get("phrasebook.unknown-id", name));
    }
  }

  private void tell(Summary summary, AuditOptions options) {
    Count total = summary.total();
    if (!summary.accounts().isEmpty()) {
      terminal.out().print(new AccountsTable(messages).render(summary.accounts()));
      terminal.out().println();
    }
    terminal
        .out()
        .println(
            messages.get(
                "audit.found",
                summary.conversations(),
                summary.messages(),
                total.judged(),
                total.findings(),
                total.block(),
                total.warn(),
                total.remind(),
                total.points()));
    long rejected = summary.accounts().stream().mapToLong(Summary.Account::rejected).sum();
    if (rejected > 0) {
      terminal
          .out()
          .println(
              messages.get("audit.rejected", rejected, options.out().resolve(AuditRun.REJECTS)));
    }
    if (!summary.complete()) {
      terminal.out().println(messages.get("audit.incomplete"));
    }
    terminal.out().println(messages.get("audit.written", options.out().resolve(ReportFiles.HTML)));
  }

  /** From which severity on findings make the exit code 1. */
  enum FailOn {
    block,
    warn,
    remind;

    boolean isMetBy(Count count) {
      return switch (this) {
        case block -> count.block() > 0;
        case warn -> count.block() + count.warn() > 0;
        case remind -> count.findings() > 0;
      };
    }
  }
}
