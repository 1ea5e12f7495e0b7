package com.replylinter.cli;

import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.explain.Explanation;
import com.replylinter.finding.Report;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code linter lint}: one draft for a person to read about, or JSON lines for a program. */
@Command(name = "lint")
final class LintCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Messages messages;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private LinterCommand linter;

  @Parameters(paramLabel = "TEXT", arity = "0..*")
  private List<String> words = List.of();

  @Option(names = "--buyer", paramLabel = "TEXT")
  private List<String> buyer = List.of();

  @Option(names = "--at", paramLabel = "YYYY-MM-DD")
  private @Nullable LocalDate at;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private ShopOptions shop;

  @Option(names = "--explain")
  private boolean explain;

  @Option(names = "--jsonl")
  private boolean jsonLines;

  @Option(names = "--color", paramLabel = "auto|always|never")
  private Color color = Color.auto;

  LintCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    if (!jsonLines) {
      return lintOne(draft());
    }
    boolean described = at != null || !shop.shop().equals(Shop.DEFAULT);
    if (!words.isEmpty() || !buyer.isEmpty() || described) {
      throw new CliException(messages.get("lint.jsonl-alone"));
    }
    return new JsonLines(Linter.of(linter.books().healthy()), explain, messages)
        .run(terminal.in(), terminal.out());
  }

  private int lintOne(String draft) {
    if (draft.isEmpty() && buyer.isEmpty()) {
      throw new CliException(messages.get("lint.empty"));
    }
    if (draft.length() > LintRequest.MAX_DRAFT_LENGTH) {
      throw new CliException(
          messages.get("lint.too-long", draft.length(), LintRequest.MAX_DRAFT_LENGTH));
    }
    List<Turn> conversation = buyer.stream().map(Turn::buyer).toList();
    LintRequest request = new LintRequest(null, draft, conversation, shop.shop(), at);
    Linter judge = Linter.of(linter.books().healthy());
    Style style = Style.of(color, terminal);
    Report report;
    if (explain) {
      Explanation explanation = judge.explain(request);
      report = explanation.report();
      terminal.out().print(new HumanReport(messages, style).render(draft, report));
      terminal.out().println();
      terminal.out().print(new HumanExplanation(messages, style).render(draft, explanation));
    } else {
      report = judge.lint(request);
      terminal.out().print(new HumanReport(messages, style).render(draft, report));
    }
    if (report.verdict().isViolation()) {
      return Exit.FINDINGS;
    }
    return report.complete() ? Exit.CLEAN : Exit.USAGE;
  }

  /** The words of the command line, or else standard input without its last line end. */
  private String draft() throws IOException {
    if (!words.isEmpty()) {
      return String.join(" ", words);
    }
    byte[] bytes = terminal.in().readAllBytes();
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.endsWith("\r\n")
          ? text.substring(0, text.length() - 2)
          : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    } catch (CharacterCodingException e) {
      throw new CliException(messages.get("lint.not-utf8"));
    }
  }

  /** When to use colour. */
  enum Color {
    auto,
    always,
    never
  }
}
