package com.replylinter;

import com.replylinter.finding.Commitment;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Finding.PenaltyNote;
import com.replylinter.judge.Candidate;
import com.replylinter.judge.Judge.Judgement;
import com.replylinter.judge.Mentions;
import com.replylinter.judge.Promise;
import com.replylinter.match.Quantity;
import com.replylinter.normalize.NormalizedText.Disguise;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PlatformProfile;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Template;
import com.replylinter.phrasebook.Voice;
import com.replylinter.text.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says of what was judged an offence what there is to say: title, penalty, rewrites, disguises and
 * what it promises.
 *
 * <p>Thread-safe.
 */
final class FindingWriter {
  private final Phrasebook book;
  private final Predicate<LintRequest> isClean;

  /** Those of some rewrites without slots that are clean, linted when first needed. */
  private final Map<Proposals, List<String>> cleanRewrites = new ConcurrentHashMap<>();

  /** Rewrites as they are worded on a platform. */
  private record Proposals(List<String> rewrites, Platform platform) {}

  /**
   * A writer for one phrasebook.
   *
   * @param isClean lints what it is about to recommend
   */
  FindingWriter(Phrasebook book, Predicate<LintRequest> isClean) {
    this.book = book;
    this.isClean = isClean;
  }

  /** A finding for every candidate that is kept, in order of their spans. */
  List<Finding> findings(LintRequest request, Judgement judgement) {
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

  /** How a rule speaks in the request's shop, on its day. */
  Voice voice(Rule rule, LintRequest request) {
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
        PenaltyNote.highest(rule, request.day(), platform),
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
            .filter(text -> isClean.test(alone(text, platform)))
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
              .filter(text -> !Template.hasSlots(text) && isClean.test(alone(text, platform)))
              .toList();
      cleanRewrites.put(key, known);
    }
    return known;
  }

  /** A rewrite sent by itself, in a shop of which only the platform is known. */
  private static LintRequest alone(String rewrite, Platform platform) {
    return LintRequest.of(rewrite).in(Shop.on(platform)).dated();
  }
}
