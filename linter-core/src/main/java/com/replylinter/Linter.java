package com.replylinter;

import com.replylinter.explain.Explainer;
import com.replylinter.explain.Explanation;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Report;
import com.replylinter.finding.Trap;
import com.replylinter.judge.Candidate;
import com.replylinter.judge.Judge;
import com.replylinter.judge.Judge.Bait;
import com.replylinter.judge.Judge.Inquiry;
import com.replylinter.judge.Judge.Judgement;
import com.replylinter.judge.Readings;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Rule.Kind;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.phrasebook.Template;
import com.replylinter.phrasebook.Voice;
import com.replylinter.rewrite.Rewriter;
import com.replylinter.rewrite.Rewriting;
import com.replylinter.token.SmartcnTokenizer;
import com.replylinter.token.Tokenizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Judges drafts by one phrasebook.
 *
 * <p>Immutable and thread-safe; a new phrasebook means a new linter. Linting never throws because
 * of what a text contains.
 */
public final class Linter {
  /** Rules whose first example is judged before the first draft. */
  private static final int WARM_UP = 8;

  /** Most rewrites that are remembered as clean; those with filled slots have no end. */
  private static final int REMEMBERED = 4096;

  private final Phrasebook book;
  private final Judge judge;
  private final Tokenizer tokenizer;
  private final FindingWriter writer;

  /** The rules about manner. */
  private final Set<RuleId> styles;

  /** Rewrites that were linted clean by themselves. */
  private final Set<Alone> cleanAlone = ConcurrentHashMap.newKeySet();

  /** A text, and the day whose rules count. */
  private record Alone(String text, LocalDate day) {
    static Alone of(LintRequest proposal) {
      return new Alone(proposal.draft(), proposal.day());
    }
  }

  private Linter(Phrasebook book, Tokenizer tokenizer) {
    this.book = book;
    this.judge = new Judge(book, tokenizer);
    this.tokenizer = tokenizer;
    this.writer = new FindingWriter(book, alone -> isClean(alone, judge.readings(alone)));
    this.styles =
        book.rules().stream()
            .filter(rule -> rule.kind() == Kind.STYLE)
            .map(Rule::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** A linter over this phrasebook, with the smartcn segmenter. */
  public static Linter of(Phrasebook book) {
    return of(book, new SmartcnTokenizer());
  }

  /** A linter over this phrasebook, with another segmenter. */
  public static Linter of(Phrasebook book, Tokenizer tokenizer) {
    return new Linter(book, tokenizer);
  }

  /** The phrasebook it judges by. */
  public Phrasebook phrasebook() {
    return book;
  }

  /**
   * Loads the segmenter's dictionary (70 ms and more), so that the first draft does not wait for
   * it.
   */
  public void warmUp() {
    book.rules().stream()
        .limit(WARM_UP)
        .flatMap(rule -> rule.examples().stream().limit(1))
        .forEach(example -> lint(LintRequest.of(example.draft())));
  }

  /**
   * Judges one draft.
   *
   * @throws IllegalArgumentException if it is longer than {@link LintRequest#MAX_DRAFT_LENGTH}
   */
  public Report lint(LintRequest request) {
    requireLength(request);
    LintRequest dated = request.dated();
    Readings readings = judge.readings(request);
    Judgement judgement = judge.judge(dated, readings);
    return report(dated, judgement, judge.baits(dated, readings), readings);
  }

  /**
   * A linter of messages that one shop has sent, for one thread.
   *
   * @param shop the shop's settings
   */
  public Reviewer reviewer(Shop shop) {
    return new Reviewer(this, shop, judge.readings(shop, Reviewer.REMEMBERED));
  }

  /** Judges a message that was sent; nobody is about to answer, so there are no traps. */
  Report review(LintRequest sent, Readings readings) {
    requireLength(sent);
    LintRequest dated = sent.dated();
    return report(dated, judge.judge(dated, readings), List.of(), readings);
  }

  /**
   * Judges one draft and tells what the report rests on: every candidate, kept or dropped, and what
   * was read and heard. It takes several times as long as {@link #lint}.
   *
   * @throws IllegalArgumentException if it is longer than {@link LintRequest#MAX_DRAFT_LENGTH}
   */
  public Explanation explain(LintRequest request) {
    requireLength(request);
    LintRequest dated = request.dated();
    Readings readings = judge.readings(request);
    Inquiry inquiry = judge.inquire(dated, readings);
    List<Bait> baits = judge.baits(dated, readings);
    Report report = report(dated, inquiry.judgement(), baits, readings);
    return new Explainer(dated, tokenizer, rule -> writer.voice(rule, dated))
        .explain(report, inquiry, judge.judgeUnsegmented(dated));
  }

  private static void requireLength(LintRequest request) {
    if (request.draft().length() > LintRequest.MAX_DRAFT_LENGTH) {
      throw new IllegalArgumentException("draft of " + request.draft().length() + " characters");
    }
  }

  private Report report(
      LintRequest request, Judgement judgement, List<Bait> baits, Readings readings) {
    List<Finding> findings = writer.findings(request, judgement);
    List<Finding> offences = findings.stream().filter(this::isOffence).toList();
    String rewritten =
        Rewriter.rewrite(request.draft(), offences, text -> offences(request.with(text), readings))
            .map(Rewriting::text)
            .orElse(null);
    List<Trap> traps = baits.stream().map(bait -> trap(bait, request, readings)).toList();
    return new Report(
        request.id(), judgement.complete(), book.version(), findings, rewritten, traps);
  }

  /** What is wrong with a proposal sent instead of the draft. */
  private List<Finding> offences(LintRequest proposal, Readings readings) {
    if (isKnownAsClean(proposal)) {
      return List.of();
    }
    return writer.findings(proposal, judge.judge(proposal, readings)).stream()
        .filter(this::isOffence)
        .toList();
  }

  private Trap trap(Bait bait, LintRequest request, Readings readings) {
    Voice voice = writer.voice(bait.rule(), request);
    String reply =
        voice.rewrites().stream()
            .filter(text -> !Template.hasSlots(text) && isClean(request.with(text), readings))
            .findFirst()
            .orElse(null);
    return new Trap(
        bait.rule().id(), voice.title(), voice.message(), voice.why(), reply, bait.turn());
  }

  private boolean isKnownAsClean(LintRequest proposal) {
    return isAlone(proposal) && cleanAlone.contains(Alone.of(proposal));
  }

  private static boolean isAlone(LintRequest proposal) {
    return proposal.conversation().isEmpty() && proposal.shop().equals(Shop.DEFAULT);
  }

  /** Whether a proposal is clean; one that is so by itself is remembered, within reason. */
  private boolean isClean(LintRequest proposal, Readings readings) {
    if (isKnownAsClean(proposal)) {
      return true;
    }
    boolean clean =
        judge.judge(proposal, readings).candidates().stream().noneMatch(Linter::isOffence);
    if (clean && isAlone(proposal) && cleanAlone.size() < REMEMBERED) {
      cleanAlone.add(Alone.of(proposal));
    }
    return clean;
  }

  /** Manner is no offence: it is neither rewritten nor does it stop a rewrite. */
  private boolean isOffence(Finding finding) {
    return !styles.contains(finding.rule());
  }

  private static boolean isOffence(Candidate candidate) {
    return candidate.kept() && candidate.rule().kind() != Kind.STYLE;
  }
}
