package com.replylinter;

import com.replylinter.explain.Explainer;
import com.replylinter.explain.Explanation;
import com.replylinter.finding.Commitment;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Finding.PenaltyNote;
import com.replylinter.finding.Report;
import com.replylinter.finding.Trap;
import com.replylinter.judge.Candidate;
import com.replylinter.judge.Judge;
import com.replylinter.judge.Judge.Bait;
import com.replylinter.judge.Judge.Inquiry;
import com.replylinter.judge.Judge.Judgement;
import com.replylinter.judge.Mentions;
import com.replylinter.judge.Promise;
import com.replylinter.match.Quantity;
import com.replylinter.normalize.NormalizedText.Disguise;
import com.replylinter.phrasebook.Penalty;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PlatformProfile;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Rule.Kind;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.phrasebook.Template;
import com.replylinter.phrasebook.Voice;
import com.replylinter.rewrite.Rewriter;
import com.replylinter.rewrite.Rewriting;
import com.replylinter.text.Span;
import com.replylinter.token.SmartcnTokenizer;
import com.replylinter.token.Tokenizer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

  /** Most rewrites that are remembered as clean; those with filled slots have no end. */
  private static final int REMEMBERED = 4096;

  private final Phrasebook book;
  private final Judge judge;
  private final Tokenizer tokenizer;

  /** The rules about manner. */
  private final Set<RuleId> styles;

  /** Those of some rewrites without slots that are clean, linted when first needed. */
  private final Map<Proposals, List<String>> cleanRewrites = new ConcurrentHashMap<>();

  /** Rewrites that were linted clean by themselves. */
  private final Set<String> cleanAlone = ConcurrentHashMap.newKeySet();

  /** Rewrites as they are worded on a platform. */
  private record Proposals(List<String> rewrites, Platform platform) {}

  private Linter(Phrasebook book, Tokenizer tokenizer) {
    this.book = book;
    this.judge = new Judge(book, tokenizer);
    this.tokenizer = tokenizer;
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
    return report(dated, judge.judge(dated));
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
    Inquiry inquiry = judge.inquire(dated);
    return new Explainer(dated, tokenizer, rule -> voice(rule, dated))
        .explain(report(dated, inquiry.judgement()), inquiry, judge.judgeUnsegmented(dated));
  }

  private static void requireLength(LintRequest request) {
    if (request.draft().length() > LintRequest.MAX_DRAFT_LENGTH) {
      throw new IllegalArgumentException("draft of " + request.draft().length() + " characters");
    }
  }

  private Report report(LintRequest request, Judgement judgement) {
    List<Finding> findings = findings(request, judgement);
    List<Finding> offences = findings.stream().filter(this::isOffence).toList();
    String rewritten =
        Rewriter.rewrite(request.draft(), offences, text -> offences(request.with(text)))
            .map(Rewriting::text)
            .orElse(null);
    List<Trap> traps = judgement.baits().stream().map(bait -> trap(bait, request)).toList();
    return new Report(
        request.id(), judgement.complete(), book.version(), findings, rewritten, traps);
  }

  private List<Finding> findings(LintRequest request, Judgement judgement) {
    List<Finding> findings = new ArrayList<>();
    List<Disguise> disguises = new ArrayList<>(judgement.disguises());
    disguises.sort(Comparator.comparingInt(disguise -> disguise.span().start()));
    int passed = 0; // disguises that end before this candidate, and so before all that follow
    for (Candidate candidate : judgement.candidates()) {
      Span span = candidate.span();
      while (passed < disguises.size() && disguises.get(passed).span().end() <= span.start()) {
        passed++;
      }
      if (candidate.kept()) {
        List<Disguise> rest = disguises.subList(passed, disguises.size());
        findings.add(finding(candidate, rest, judgement.mentions(), request));
      }
    }
    return findings;
  }

  /** What is wrong with a proposal sent instead of the draft. */
  private List<Finding> offences(LintRequest proposal) {
    if (isKnownAsClean(proposal)) {
      return List.of();
    }
    return findings(proposal, judge.judge(proposal)).stream().filter(this::isOffence).toList();
  }

  private Trap trap(Bait bait, LintRequest request) {
    Voice voice = voice(bait.rule(), request);
    String reply =
        voice.rewrites().stream()
            .filter(text -> !Template.hasSlots(text) && isClean(request.with(text)))
            .findFirst()
            .orElse(null);
    return new Trap(
        bait.rule().id(), voice.title(), voice.message(), voice.why(), reply, bait.turn());
  }

  /** How a rule speaks in the request's shop, on its day. */
  private Voice voice(Rule rule, LintRequest request) {
    return book.on(request.shop().platform()).write(rule.voice(request.shop(), request.day()));
  }

  private Finding finding(
      Candidate candidate, List<Disguise> disguises, Mentions mentions, LintRequest request) {
    Rule rule = candidate.rule();
    PlatformProfile platform = book.on(request.shop().platform());
    Voice voice = voice(rule, request);
    return new Finding(
        rule.id(),
        voice.title(),
        voice.severity(),
        candidate.span(),
        candidate.span().of(request.draft()),
        voice.message(),
        voice.why(),
        penalty(rule, request.day(), platform),
        rewrites(voice, candidate, mentions, request.shop().platform()),
        disguises(candidate.span(), disguises, request.draft()),
        commitment(mentions.promise(candidate)),
        candidate.becauseTurn());
  }

  /** What under a span was read as another word; {@code all} come in order of their start. */
  private static List<String> disguises(Span span, List<Disguise> all, String draft) {
    return all.stream()
        .takeWhile(disguise -> disguise.span().start() < span.end())
        .filter(disguise -> disguise.span().overlaps(span))
        .map(disguise -> disguise.span().of(draft) + " → " + disguise.meaning())
        .distinct()
        .toList();
  }

  private static @Nullable Commitment commitment(@Nullable Promise promise) {
    if (promise == null) {
      return null;
    }
    return new Commitment(
        promise.type(),
        promise.what(),
        promise.courier(),
        days(promise.days()),
        promise.by(),
        amount(promise.amount()));
  }

  /** Half a day is no count of days. */
  private static Commitment.@Nullable Days days(@Nullable Quantity days) {
    return days == null || days.least().compareTo(BigDecimal.ONE) < 0
        ? null
        : new Commitment.Days(days.least().intValue(), days.most().intValue());
  }

  private static @Nullable BigDecimal amount(@Nullable Quantity amount) {
    return amount == null || !amount.isExact()
        ? null
        : amount.least().setScale(2, RoundingMode.HALF_UP);
  }

  /** Those of its rewrites that are clean, with their slots filled. */
  private List<String> rewrites(
      Voice voice, Candidate candidate, Mentions mentions, Platform platform) {
    List<String> fixed = fixedRewrites(voice, platform);
    if (voice.rewrites().stream().noneMatch(Template::hasSlots)) {
      return fixed;
    }
    List<String> all = new ArrayList<>();
    for (String rewrite : voice.rewrites()) {
      if (Template.hasSlots(rewrite)) {
        Template.of(rewrite)
            .fill(slot -> mentions.value(slot, candidate))
            .filter(text -> isClean(alone(text, platform)))
            .ifPresent(all::add);
      } else if (fixed.contains(rewrite)) {
        all.add(rewrite);
      }
    }
    return all;
  }

  /** Those of its rewrites that have no slots and are clean by themselves. */
  private List<String> fixedRewrites(Voice voice, Platform platform) {
    Proposals key = new Proposals(voice.rewrites(), platform);
    List<String> known = cleanRewrites.get(key);
    if (known == null) {
      known =
          voice.rewrites().stream()
              .filter(text -> !Template.hasSlots(text) && isClean(alone(text, platform)))
              .toList();
      cleanRewrites.put(key, known);
    }
    return known;
  }

  /** The highest stated penalty of the day, marked if the sources differ. */
  private static @Nullable PenaltyNote penalty(Rule rule, LocalDate day, PlatformProfile platform) {
    List<Penalty> valid =
        rule.penalties().stream()
            .filter(penalty -> penalty.holdsOn(day) && platform.counts(penalty))
            .toList();
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
    return new PenaltyNote(highest.points(), platform.write(highest.basis()), differ);
  }

  private static int points(Penalty penalty) {
    Integer points = penalty.points();
    return points == null ? -1 : points;
  }

  /** A rewrite sent by itself, in a shop of which only the platform is known. */
  private static LintRequest alone(String rewrite, Platform platform) {
    return LintRequest.of(rewrite).in(Shop.on(platform)).dated();
  }

  private boolean isKnownAsClean(LintRequest proposal) {
    return cleanAlone.contains(proposal.draft()) && isAlone(proposal);
  }

  private static boolean isAlone(LintRequest proposal) {
    return proposal.conversation().isEmpty() && proposal.shop().equals(Shop.DEFAULT);
  }

  /** Whether a proposal is clean; one that is so by itself is remembered, within reason. */
  private boolean isClean(LintRequest proposal) {
    if (isKnownAsClean(proposal)) {
      return true;
    }
    boolean clean = judge.judge(proposal).candidates().stream().noneMatch(Linter::isOffence);
    if (clean && isAlone(proposal) && cleanAlone.size() < REMEMBERED) {
      cleanAlone.add(proposal.draft());
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
