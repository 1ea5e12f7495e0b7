package com.replylinter.offline;

import com.replylinter.Platform;
import com.replylinter.Shop;
import com.replylinter.finding.Finding.PenaltyNote;
import com.replylinter.offline.OfflinePack.OfflineRule;
import com.replylinter.phrasebook.Condition;
import com.replylinter.phrasebook.Example;
import com.replylinter.phrasebook.Pattern.Together;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PlatformProfile;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Rule.Allowance;
import com.replylinter.phrasebook.Rule.Clue;
import com.replylinter.phrasebook.Rule.Exceptions;
import com.replylinter.phrasebook.Rule.Status;
import com.replylinter.phrasebook.Rule.WrittenPattern;
import com.replylinter.phrasebook.Severity;
import com.replylinter.phrasebook.Template;
import com.replylinter.phrasebook.Voice;
import com.replylinter.phrasebook.WordList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Packs what literal words can tell of the rules that block.
 *
 * <p>A pattern is taken if it flags none of the phrasebook's good examples and rewrites, whatever
 * rule they belong to. First come those that find a bad example of their rule, then the shortest,
 * while there is room. Exceptions that a good example needs are taken, and the shortest others.
 */
public final class OfflinePackBuilder {
  /** The platform the rules are written for; what is harmless elsewhere may be an offence here. */
  private static final Platform HOME = Shop.DEFAULT.platform();

  /** The list of the phrasebook that says “not”. */
  private static final String NEGATORS = "否定词";

  /** Most characters between a topic and what is said about it. */
  private static final int TOPIC_REACH = 20;

  /** How large all patterns may be together; see {@link LiteralPattern#size}. */
  private static final int ROOM = 170_000;

  /** How large those exceptions may be together that no good example needs. */
  private static final int ROOM_OF_EXCEPTIONS = 30_000;

  private final Phrasebook book;
  private final LocalDate day;
  private final List<String> negators;
  private final Haystack harmless;

  private OfflinePackBuilder(Phrasebook book, LocalDate day) {
    this.book = book;
    this.day = day;
    this.negators = negators(book);
    this.harmless = new Haystack(book.rules().stream().flatMap(OfflinePackBuilder::good).toList());
  }

  /**
   * The pack of a phrasebook. Takes a second or two.
   *
   * @param day whose penalties are shown
   */
  public static OfflinePack build(Phrasebook book, LocalDate day) {
    return new OfflinePackBuilder(book, day).build();
  }

  /** A rule on its way into the pack, with what is taken of it so far. */
  private record Prospect(
      Rule rule,
      List<LiteralPattern> exceptions,
      List<LiteralPattern> patterns,
      List<LiteralPattern> unless) {}

  /** A pattern or an exception that may be taken, and whether it finds an example. */
  private record Offer(List<LiteralPattern> to, LiteralPattern pattern, boolean proven, int size) {
    Offer(List<LiteralPattern> to, LiteralPattern pattern, boolean proven) {
      this(to, pattern, proven, pattern.size());
    }
  }

  private OfflinePack build() {
    List<Prospect> prospects = new ArrayList<>();
    List<Offer> offers = new ArrayList<>();
    for (Rule rule : book.rules()) {
      if (rule.severity() == Severity.BLOCK
          && rule.status() == Status.STABLE
          && rule.when().equals(Condition.ALWAYS)) {
        prospects.add(prospect(rule, offers));
      }
    }
    take(offers, ROOM);
    prospects.removeIf(prospect -> prospect.patterns().isEmpty());
    take(prospects.stream().flatMap(this::furtherExceptions).toList(), ROOM_OF_EXCEPTIONS);
    return new OfflinePack(book.version(), negators, prospects.stream().map(this::packed).toList());
  }

  /** Takes what finds an example, then the shortest. */
  private static void take(List<Offer> offers, int room) {
    List<Offer> best =
        offers.stream()
            .sorted(
                Comparator.comparing((Offer offer) -> !offer.proven()).thenComparing(Offer::size))
            .toList();
    int left = room;
    for (Offer offer : best) {
      if (offer.size() <= left) {
        left -= offer.size();
        offer.to().add(offer.pattern());
      }
    }
  }

  /** The rule with its exceptions; its harmless patterns go to {@code offers}. */
  private Prospect prospect(Rule rule, List<Offer> offers) {
    LiteralExpansion expansion = new LiteralExpansion(book.words());
    Set<LiteralPattern> patterns = new LinkedHashSet<>();
    List<WrittenPattern> exceptions = new ArrayList<>(exceptions(rule.exceptions()));
    for (Allowance allowance : rule.allowances()) {
      exceptions.addAll(allowance.say());
    }
    for (Clue clue : rule.clues()) {
      if (isToldByDraft(clue)) {
        patterns.addAll(expansion.of(said(clue)));
        exceptions.addAll(exceptions(clue.exceptions()));
      }
    }
    Set<LiteralPattern> unless = new LinkedHashSet<>(expansion.of(exceptions));
    unless.addAll(expansion.innocent());
    Haystack own =
        new Haystack(rule.examples().stream().filter(Example::bad).map(Example::draft).toList());
    OfflineMatcher amongGood = new OfflineMatcher(rule.kind(), negators, unless, harmless);
    OfflineMatcher amongBad = new OfflineMatcher(rule.kind(), negators, unless, own);
    Prospect prospect =
        new Prospect(rule, List.copyOf(unless), new ArrayList<>(), new ArrayList<>());
    for (LiteralPattern written : patterns) {
      LiteralPattern pattern = written.concise();
      boolean useful = !amongBad.hits(pattern).isEmpty();
      if (useful && !amongGood.hits(pattern).isEmpty()) {
        pattern = harmlessPart(pattern, amongGood, amongBad);
        useful = !amongBad.hits(pattern).isEmpty();
      }
      if (amongGood.hits(pattern).isEmpty()) {
        offers.add(new Offer(prospect.patterns(), pattern, useful));
      }
    }
    return prospect;
  }

  /**
   * The pattern with fewer words in one of its steps, so that it flags no good example; of the
   * steps the one with which most bad ones are still found. The pattern itself if no step will do.
   */
  private static LiteralPattern harmlessPart(
      LiteralPattern pattern, OfflineMatcher amongGood, OfflineMatcher amongBad) {
    LiteralPattern best = pattern;
    int most = 0;
    for (int i = 0; i < pattern.steps().size(); i++) {
      int step = i;
      List<String> harmless =
          pattern.steps().get(i).any().stream()
              .filter(word -> amongGood.hits(pattern.with(step, List.of(word))).isEmpty())
              .toList();
      LiteralPattern part = pattern.with(step, harmless);
      int found = amongBad.hits(part).size();
      if (found > most) {
        most = found;
        best = part;
      }
    }
    return best;
  }

  /** What tells by the draft alone, in every shop and on every day. */
  private static boolean isToldByDraft(Clue clue) {
    return clue.asked() == null
        && clue.notice() == null
        && clue.times() <= 1
        && clue.when().equals(Condition.ALWAYS);
  }

  /** What a clue says, beside its topic if it has one. */
  private static List<WrittenPattern> said(Clue clue) {
    WrittenPattern about = clue.about();
    if (about == null) {
      return clue.say();
    }
    return clue.say().stream()
        .map(
            say ->
                new WrittenPattern(
                    say.source(),
                    new Together(List.of(about.pattern(), say.pattern()), true, TOPIC_REACH)))
        .toList();
  }

  private static List<WrittenPattern> exceptions(Exceptions exceptions) {
    return Stream.concat(exceptions.near().stream(), exceptions.anywhere().stream()).toList();
  }

  /**
   * Takes the exceptions without which a good example would be flagged, for they overlap a match in
   * it; offers the others.
   */
  private Stream<Offer> furtherExceptions(Prospect prospect) {
    BitSet matched = OfflineMatcher.covered(prospect.patterns(), harmless);
    List<Offer> others = new ArrayList<>();
    for (LiteralPattern exception : prospect.exceptions()) {
      if (OfflineMatcher.covered(List.of(exception), harmless).intersects(matched)) {
        prospect.unless().add(exception);
      } else {
        others.add(new Offer(prospect.unless(), exception, false));
      }
    }
    return others.stream();
  }

  /** The rule as it speaks. */
  private OfflineRule packed(Prospect prospect) {
    Rule rule = prospect.rule();
    PlatformProfile platform = book.on(HOME);
    Voice voice = platform.write(rule.voice(Shop.DEFAULT, day));
    return new OfflineRule(
        rule.id(),
        voice.title(),
        voice.severity(),
        rule.kind(),
        voice.message(),
        voice.why(),
        PenaltyNote.highest(rule, day, platform),
        voice.rewrites().stream().filter(text -> !Template.hasSlots(text)).toList(),
        prospect.patterns(),
        prospect.unless());
  }

  private static List<String> negators(Phrasebook book) {
    WordList list = book.words().get(NEGATORS);
    if (list == null) {
      return List.of();
    }
    return new LiteralExpansion(book.words())
        .of(list.entries()).stream()
            .filter(pattern -> pattern.steps().size() == 1)
            .flatMap(pattern -> pattern.steps().get(0).any().stream())
            .toList();
  }

  /** Replies that are no offence. */
  private static Stream<String> good(Rule rule) {
    return Stream.concat(
        rule.everyRewrite().stream(),
        rule.examples().stream()
            .filter(example -> !example.bad() && example.shop().platform() == HOME)
            .map(Example::draft));
  }
}
