package com.replylinter.judge;

import com.replylinter.LintRequest;
import com.replylinter.Shop;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.NormalizedText.Disguise;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PlatformProfile;
import com.replylinter.phrasebook.Rule;
import com.replylinter.token.Tokenizer;
import java.util.List;

/**
 * Finds candidates and decides which of them are offences.
 *
 * <p>Immutable and thread-safe.
 */
public final class Judge {
  private final CompiledBook book;
  private final Tokenizer tokenizer;

  /**
   * A trap question of the buyer that is still open.
   *
   * @param rule the rule that knows it
   * @param turn the conversation turn that asks, counted from 0
   */
  public record Bait(Rule rule, int turn) {}

  /**
   * What the judge says.
   *
   * @param candidates the places where a rule matched, in order of their spans
   * @param complete whether all evidence was at hand
   * @param disguises what the draft spells otherwise than it is read
   * @param mentions what the draft names
   */
  public record Judgement(
      List<Candidate> candidates, boolean complete, List<Disguise> disguises, Mentions mentions) {}

  /**
   * A judgement with everything it rests on.
   *
   * @param judgement what {@link #judge} says
   * @param aside candidates that the judgement passes over: those that shop or day rule out, that
   *     another match of their rule stands for, or of a second opinion not asked
   * @param draft the draft as it was compared
   * @param listening what was heard of the conversation
   */
  public record Inquiry(
      Judgement judgement, List<Candidate> aside, NormalizedText draft, Listening listening) {}

  /** Compiles a phrasebook. */
  public Judge(Phrasebook book, Tokenizer tokenizer) {
    this.book = CompiledBook.of(book, tokenizer);
    this.tokenizer = tokenizer;
  }

  /** Remembers all that it reads for one request. */
  public Readings readings(LintRequest request) {
    return readings(request.shop(), tokenizer, Readings.Limit.NONE);
  }

  /**
   * Remembers what it read lately for requests of one shop.
   *
   * @param limit how much to keep
   */
  public Readings readings(Shop shop, Readings.Limit limit) {
    return readings(shop, tokenizer, limit);
  }

  private Readings readings(Shop shop, Tokenizer segmenter, Readings.Limit limit) {
    PlatformProfile platform = book.book().on(shop.platform());
    return new Readings(book, platform, platform.hosts().and(shop.itemLinks()), segmenter, limit);
  }

  /**
   * Judges one draft. If the segmenter fails, matches that it would have verified count, and the
   * result is incomplete.
   *
   * @param readings of the request's shop
   */
  public Judgement judge(LintRequest request, Readings readings) {
    return new Hearing(book, request, readings, Candidates.judged()).judgement();
  }

  /**
   * The trap questions that the draft is to answer.
   *
   * @param readings of the request's shop
   */
  public List<Bait> baits(LintRequest request, Readings readings) {
    PlatformProfile platform = book.book().on(request.shop().platform());
    return Traps.open(
        book,
        Circumstances.of(request, platform),
        new Conversation(book, request.conversation(), readings));
  }

  /** Judges one draft with single characters accepted unseen, as if there were no segmenter. */
  public Judgement judgeUnsegmented(LintRequest request) {
    return judge(
        request, readings(request.shop(), Tokenizer.everyCharacter(), Readings.Limit.NONE));
  }

  /**
   * Judges one draft and keeps what the judgement rests on; takes several times as long.
   *
   * @param readings of the request's shop
   */
  public Inquiry inquire(LintRequest request, Readings readings) {
    return Hearing.inquiry(book, request, readings);
  }
}
