package com.replylinter.cli;

import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.selfcheck.SelfCheck;
import com.replylinter.selfcheck.SelfCheckResult;
import com.replylinter.selfcheck.SelfCheckResult.Failure;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code linter phrasebook}: the trainers' tools. */
@Command(name = "phrasebook")
final class PhrasebookCommand implements Runnable {
  private final Terminal terminal;
  private final Messages messages;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private LinterCommand linter;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  PhrasebookCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), messages.get("phrasebook.which"));
  }

  /** Loads the phrasebook; every problem is shown with its place. */
  @Command(name = "check")
  int check() {
    Phrasebook book = linter.books().load();
    print(
        messages.get(
            "phrasebook.checked", book.version(), book.rules().size(), book.words().size()));
    return Exit.CLEAN;
  }

  /** Runs the examples of all rules, or of these. */
  @Command(name = "test")
  int test(@Parameters(paramLabel = "ID", arity = "0..*") List<String> ids) {
    Phrasebook book = linter.books().load();
    List<Rule> wanted =
        ids == null ? book.rules() : ids.stream().map(id -> find(book, id)).distinct().toList();
    long started = System.nanoTime();
    SelfCheckResult result = SelfCheck.run(book);
    long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    List<RuleId> wantedIds = wanted.stream().map(Rule::id).toList();
    List<Failure> failures =
        result.failures().stream().filter(failure -> wantedIds.contains(failure.rule())).toList();
    failures.forEach(failure -> print(failure.render()));
    long failedRules = failures.stream().map(Failure::rule).distinct().count();
    int examples = wanted.stream().mapToInt(rule -> rule.examples().size()).sum();
    print(
        messages.get(
            "phrasebook.tested",
            wanted.size(),
            examples,
            failures.size(),
            failedRules,
            milliseconds));
    return failures.isEmpty() ? Exit.CLEAN : Exit.FINDINGS;
  }

  /** Lists the rules. */
  @Command(name = "list")
  int list() {
    Phrasebook book = linter.books().load();
    int widest =
        book.rules().stream().mapToInt(rule -> rule.id().toString().length()).max().orElse(0);
    for (Rule rule : book.rules()) {
      String id = rule.id().toString();
      print(id + " ".repeat(widest - id.length() + 2) + severity(rule) + "  " + rule.title());
    }
    print(messages.get("phrasebook.listed", book.version(), book.rules().size()));
    return Exit.CLEAN;
  }

  /** Shows one rule in full. */
  @Command(name = "show")
  int show(@Parameters(paramLabel = "ID") String id) {
    Phrasebook book = linter.books().load();
    terminal.out().print(new RuleText(messages).render(find(book, id)));
    return Exit.CLEAN;
  }

  private Rule find(Phrasebook book, String id) {
    RuleId parsed;
    try {
      parsed = RuleId.parse(id);
    } catch (IllegalArgumentException e) {
      throw new CliException(messages.get("phrasebook.bad-id", id));
    }
    return book.rule(parsed)
        .orElseThrow(() -> new CliException(messages.get("phrasebook.unknown-id", id)));
  }

  private String severity(Rule rule) {
    return messages.get("severity." + rule.severity().label());
  }

  private void print(String line) {
    terminal.out().println(line);
  }
}
