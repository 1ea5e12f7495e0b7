package com.replylinter.cli;

import com.replylinter.Linter;
import com.replylinter.likeness.LabelledCase;
import com.replylinter.likeness.LikenessTrainer;
import com.replylinter.phrasebook.Cases;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PhrasebookSource;
import com.replylinter.phrasebook.Problem;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.selfcheck.Adversary;
import com.replylinter.selfcheck.SelfCheck;
import com.replylinter.selfcheck.SelfCheckResult;
import com.replylinter.selfcheck.SelfCheckResult.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code linter phrasebook}: the trainers' tools. */
@Command(name = "phrasebook")
final class PhrasebookCommand implements Runnable {
  /** Share of disguised examples that must be found. */
  private static final double LEAST_RECALL = 0.97;

  /** Characters of the longest name of a disguise. */
  private static final int WIDEST_KIND = 7;

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

  /** The phrasebooks that the options ask for. */
  Books books() {
    return linter.books();
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
  int test(
      @Parameters(paramLabel = "ID", arity = "0..*") List<String> ids,
      @Option(names = "--adversarial") boolean adversarial) {
    Phrasebook book = linter.books().load();
    if (adversarial) {
      return attack(book);
    }
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

  /** Tries every bad example in every disguise. */
  private int attack(Phrasebook book) {
    Adversary.Outcome outcome = Adversary.run(Linter.of(book));
    outcome
        .misses()
        .forEach(
            miss ->
                print(messages.get("phrasebook.evaded", miss.kind(), miss.rule(), miss.draft())));
    outcome.byKind().forEach((kind, tally) -> print(tally(kind, tally)));
    print(tally(messages.get("phrasebook.all-disguises"), outcome.all()));
    return outcome.all().recall() >= LEAST_RECALL ? Exit.CLEAN : Exit.FINDINGS;
  }

  private String tally(String kind, Adversary.Tally tally) {
    return messages.get(
        "phrasebook.disguise",
        kind + "　".repeat(Math.max(0, WIDEST_KIND - kind.length())),
        tally.tried(),
        tally.found(),
        tally.recall());
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

  /**
   * Learns again from the labelled cases of a phrasebook folder and writes what was learned there.
   */
  @Command(name = "learn")
  int learn() {
    Path folder = linter.books().directory();
    if (folder == null) {
      throw new CliException(messages.get("phrasebook.learn-where"));
    }
    Phrasebook book = linter.books().loadUnlearned();
    List<Problem> problems = new ArrayList<>();
    try {
      List<LabelledCase> cases = Cases.read(folder, book, problems);
      Map<String, List<String>> thesaurus = Cases.thesaurus(folder, problems);
      problems.forEach(problem -> terminal.err().println(problem.render()));
      if (!problems.isEmpty()) {
        throw new CliException(messages.get("phrasebook.broken", problems.size()));
      }
      Path model = folder.resolve(PhrasebookSource.MODEL_FILE);
      Files.createDirectories(model.resolveSibling(""));
      Files.write(model, LikenessTrainer.train(cases, thesaurus, book.variants()).toBytes());
      print(messages.get("phrasebook.learned", cases.size(), model));
      return Exit.CLEAN;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
