package com.replylinter;

import com.replylinter.finding.Finding;
import com.replylinter.finding.Finding.PenaltyNote;
import com.replylinter.finding.Report;
import com.replylinter.judge.Candidate;
import com.replylinter.judge.Judge;
import com.replylinter.judge.Judge.Judgement;
import com.replylinter.phrasebook.Penalty;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Rule.Kind;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.rewrite.Rewriter;
import com.replylinter.token.SmartcnTokenizer;
import com.replylinter.token.Tokenizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges drafts by one phrasebook.
 *
 * <p>Immutable and thread-safe; a new phrasebook means a new linter. Linting never throws because
 * of what a text contains.
 */
public final class Linter {
  /** Rules whose first example is judged before the first draft. */
  private static final int WARM_UP = 8;

  private final Phrasebook book;
  private final Judge judge;

  /** Each rule's rewrites that are clean by themselves, linted when first needed. */
  private final Map<RuleId, List<String>> rewrites = new ConcurrentHashMap<>();

  /** Rewrites that were linted clean by themselves. */
  private final Set<String> cleanAlone = ConcurrentHashMap.newKeySet();

  private Linter(Phrasebook book, Tokenizer tokenizer) {
    this.book = book;
    this.judge = new Judge(book, tokenizer);
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
    if (request.draft().length() > LintRequest.MAX_DRAFT_LENGTH) {
      throw new IllegalArgumentException("draft of " + request.draft().length() + " characters");
    }
    Judgement judgement = judge.judge(request);
    LocalDate day = Objects.requireNonNullElseGet(request.at(), LocalDate::now);
    List<Finding> findings = new ArrayList<>();
    List<Finding> offences = new ArrayList<>();
    for (Candidate candidate : judgement.candidates()) {
      if (candidate.kept()) {
        Finding finding = finding(candidate, judgement, request.draft(), day);
        findings.add(finding);
        if (isOffence(candidate)) {
          offences.add(finding);
        }
      }
    }
    return new Report(
        request.id(),
        judgement.complete(),
        book.version(),
        findings,
        offences.isEmpty()
            ? null
            : Rewriter.rewrite(request.draft(), offences, text -> isClean(text, request)));
  }

  private Finding finding(Candidate candidate, Judgement judgement, String draft, LocalDate day) {
    Rule rule = candidate.rule();
    return new Finding(
        rule.id(),
        rule.title(),
        rule.severity(),
        candidate.span(),
        candidate.span().of(draft),
        rule.message(),
        rule.why(),
        penalty(rule, day),
        rewrites(rule),
        disguises(candidate, judgement, draft),
        candidate.becauseTurn());
  }

  private static List<String> disguises(Candidate candidate, Judgement judgement, String draft) {
    return judgement.disguises().stream()
        .filter(disguise -> disguise.span().overlaps(candidate.span()))
        .map(disguise -> disguise.span().of(draft) + " → " + disguise.meaning())
        .distinct()
        .toList();
  }

  private List<String> rewrites(Rule rule) {
    List<String> known = rewrites.get(rule.id());
    if (known == null) {
      known = rule.rewrites().stream().filter(this::isClean).toList();
      cleanAlone.addAll(known);
      rewrites.put(rule.id(), known);
    }
    return known;
  }

  /** The highest stated penalty of the day, marked if the sources differ. */
  private static @Nullable PenaltyNote penalty(Rule rule, LocalDate day) {
    List<Penalty> valid =
        rule.penalties().stream().filter(penalty -> penalty.holdsOn(day)).toList();
    Penalty highest = null;
    for (Penalty penalty : valid) {
      if (highest == null || points(penalty) > points(highest)) {
        highest = penalty;
      }
    }
    if (highest == null) {
      return null;
    }
    boolean differ =
        valid.stream().map(Penalty::points).filter(Objects::nonNull).distinct().count() > 1;
    return new PenaltyNote(highest.points(), highest.basis(), differ);
  }

  private static int points(Penalty penalty) {
    Integer points = penalty.points();
    return points == null ? -1 : points;
  }

  private boolean isClean(String text) {
    return isClean(text, LintRequest.of(text));
  }

  private boolean isClean(String text, LintRequest like) {
    if (cleanAlone.contains(text)
        && like.conversation().isEmpty()
        && like.shop().equals(Shop.DEFAULT)) {
      return true;
    }
    LintRequest proposal = new LintRequest(null, text, like.conversation(), like.shop(), like.at());
    return judge.judge(proposal).candidates().stream().noneMatch(Linter::isOffence);
  }

  /** Manner is no offence: it is neither rewritten nor does it stop a rewrite. */
  private static boolean isOffence(Candidate candidate) {
    return candidate.kept() && candidate.rule().kind() != Kind.STYLE;
  }
}
