package com.replylinter.judge;

import com.replylinter.Turn;
import com.replylinter.match.Hit;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.PatternIndex.Compiled;
import com.replylinter.match.Quantity;
import com.replylinter.match.Scan;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.phrasebook.BuiltIn;
import com.replylinter.phrasebook.Commits;
import com.replylinter.phrasebook.Commits.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a judged draft names: goods, couriers, times, amounts. Nothing is looked for until it is
 * asked about. Lives for one request.
 */
public final class Mentions {
  private static final String SENTENCE_ENDS = "。.!?;\n";

  /** A sentence without an end reaches so far to either side. */
  private static final int LONGEST_SENTENCE = 80;

  /** Most characters between two things that one verb gives: 一包纸巾和两双袜子. */
  private static final int CHAIN = 4;

  /** A draft of no more characters says nothing but yes, whatever found it. */
  private static final int BARE_ANSWER = 6;

  private final CompiledBook book;
  private final PatternIndex index;
  private final Scan draft;
  private final Conversation conversation;

  Mentions(CompiledBook book, Scan draft, Conversation conversation) {
    this.book = book;
    this.index = book.index();
    this.draft = draft;
    this.conversation = conversation;
  }

  /** A thing named in one text. */
  private record Mention(NormalizedText text, Hit hit) {
    String written() {
      return text.written(hit.start(), hit.end());
    }
  }

  /** What the candidate promises; null if its rule promises nothing. */
  public @Nullable Promise promise(Candidate candidate) {
    CompiledRule rule = book.rules().get(candidate.rule().id());
    Commits commits = candidate.rule().commits();
    if (rule == null || commits == null) {
      return null;
    }
    return new Promise(
        commits.type(),
        text(rule, Part.WHAT, candidate),
        text(rule, Part.COURIER, candidate),
        text(rule, Part.BY, candidate),
        quantity(rule, Part.DAYS, candidate, Quantity::days),
        quantity(rule, Part.AMOUNT, candidate, Quantity::amount));
  }

  /**
   * What a rewrite of the candidate may say in a slot; null if nothing.
   *
   * <p>Times and days are the agent's own, from the sentence that is replaced. An amount is one
   * that only the buyer named, for the agent's may be the offence.
   */
  public @Nullable String value(String slot, Candidate candidate) {
    Compiled pattern = book.slots().get(slot);
    if (pattern == null) {
      return null;
    }
    if (slot.equals("金额")) {
      return amountOfBuyer(pattern);
    }
    boolean time = BuiltIn.SLOTS.containsKey(slot);
    List<Mention> found =
        time ? inSentence(pattern, candidate.hit()) : mentions(pattern, candidate);
    if (found.isEmpty()) {
      return null;
    }
    Mention first = found.get(0);
    return slot.equals("天数") ? days(Quantity.days(first.text(), first.hit())) : first.written();
  }

  private static @Nullable String days(@Nullable Quantity days) {
    if (days == null || days.least().compareTo(BigDecimal.ONE) < 0) {
      return null;
    }
    String least = days.least().toBigInteger().toString();
    return days.isExact() ? least + "天" : least + "到" + days.most().toBigInteger() + "天";
  }

  private @Nullable String amountOfBuyer(Compiled pattern) {
    Set<BigDecimal> amounts = new HashSet<>();
    for (Scan turn : conversation.scansOf(Turn.Role.BUYER)) {
      amounts.addAll(amounts(turn, pattern));
    }
    boolean one = amounts.size() == 1;
    amounts.removeAll(amounts(draft, pattern));
    return one && amounts.size() == 1 ? amounts.iterator().next().toPlainString() + "元" : null;
  }

  private List<BigDecimal> amounts(Scan scan, Compiled pattern) {
    List<BigDecimal> amounts = new ArrayList<>();
    for (Hit hit : index.matches(scan, pattern)) {
      Quantity amount = Quantity.amount(scan.text(), hit);
      if (amount != null) {
        amounts.add(amount.least().stripTrailingZeros());
        amounts.add(amount.most().stripTrailingZeros());
      }
    }
    return amounts;
  }

  private @Nullable String text(CompiledRule rule, Part part, Candidate candidate) {
    List<Mention> found = mentions(rule.commits().get(part), candidate);
    return found.isEmpty() ? null : String.join("、", found.stream().map(Mention::written).toList());
  }

  private @Nullable Quantity quantity(
      CompiledRule rule,
      Part part,
      Candidate candidate,
      BiFunction<NormalizedText, Hit, @Nullable Quantity> reader) {
    List<Mention> found = mentions(rule.commits().get(part), candidate);
    return found.isEmpty() ? null : reader.apply(found.get(0).text(), found.get(0).hit());
  }

  /** In the sentence of the candidate, else in the buyer's message that it answers. */
  private List<Mention> mentions(@Nullable Compiled pattern, Candidate candidate) {
    if (pattern == null) {
      return List.of();
    }
    List<Mention> here = inSentence(pattern, candidate.hit());
    if (!here.isEmpty()) {
      return here;
    }
    Integer turn = candidate.becauseTurn();
    if (turn == null && draft.text().length() <= BARE_ANSWER) {
      turn = conversation.askingTurns().stream().findFirst().orElse(null);
    }
    return turn == null ? here : inQuestion(pattern, turn);
  }

  /** What stands nearest to the match, with what is strung to it. */
  private List<Mention> inSentence(Compiled pattern, Hit match) {
    Hit sentence = sentence(match);
    List<Hit> hits =
        affirmed(draft, index.near(draft, pattern, sentence.start(), sentence.end())).stream()
            .filter(sentence::covers)
            .toList();
    if (hits.isEmpty()) {
      return List.of();
    }
    Hit nearest =
        hits.stream()
            .min(
                Comparator.comparingInt((Hit hit) -> hit.distance(match))
                    .thenComparing(hit -> hit.end() <= match.start())
                    .thenComparingInt(hit -> -hit.length()))
            .orElseThrow();
    List<Mention> chain = new ArrayList<>(List.of(new Mention(draft.text(), nearest)));
    Hit last = nearest;
    for (Hit hit : hits) {
      if (hit.start() >= last.end() && isStrung(last, hit)) {
        chain.add(new Mention(draft.text(), hit));
        last = hit;
      }
    }
    return chain;
  }

  private boolean isStrung(Hit last, Hit next) {
    String between = draft.text().text().substring(last.end(), next.start());
    return between.length() <= CHAIN && between.chars().anyMatch(c -> "和跟与、+及".indexOf(c) >= 0);
  }

  /** The one thing that the buyer asked for; none if he named several. */
  private List<Mention> inQuestion(Compiled pattern, int turn) {
    if (conversation.turn(turn).role() != Turn.Role.BUYER) {
      return List.of();
    }
    Scan question = conversation.scan(turn);
    List<Hit> hits = affirmed(question, index.matches(question, pattern));
    boolean one = hits.stream().map(hit -> text(question, hit)).distinct().count() == 1;
    return one ? List.of(new Mention(question.text(), hits.get(0))) : List.of();
  }

  /** Hits that no “not” governs, without those inside longer ones or before their noun (绑带收纳袋). */
  private List<Hit> affirmed(Scan scan, List<Hit> hits) {
    return hits.stream()
        .filter(
            hit ->
                hits.stream()
                    .noneMatch(other -> other.length() > hit.length() && other.covers(hit)))
        .filter(hit -> hits.stream().noneMatch(other -> other.start() == hit.end()))
        .filter(hit -> !book.frames().isNegated(scan, hit))
        .toList();
  }

  private static String text(Scan scan, Hit hit) {
    return scan.text().text().substring(hit.start(), hit.end());
  }

  private Hit sentence(Hit match) {
    String text = draft.text().text();
    int least = Math.max(0, match.start() - LONGEST_SENTENCE);
    int most = Math.min(text.length(), match.end() + LONGEST_SENTENCE);
    int start = match.start();
    while (start > least && !endsSentence(text, start - 1)) {
      start--;
    }
    int end = match.end();
    while (end < most && !endsSentence(text, end)) {
      end++;
    }
    return new Hit(start, end, List.of());
  }

  private static boolean endsSentence(String text, int at) {
    boolean inNumber = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    return SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0 && !inNumber;
  }
}
