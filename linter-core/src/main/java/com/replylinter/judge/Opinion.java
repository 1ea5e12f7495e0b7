package com.replylinter.judge;

import com.replylinter.Turn;
import com.replylinter.match.Hit;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.phrasebook.Rule;
import com.replylinter.text.Sentences;
import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion on one reply: which rules' learned cases it resembles, for wordings that no
 * pattern foresaw, and which it does not resemble at all, for patterns that foresaw too much. Lives
 * for one request.
 *
 * <p>A reply of several sentences is read as a whole and sentence by sentence, since a long
 * harmless answer to what the buyer asked says little of an offence that stands beside it.
 */
final class Opinion {
  /** Most messages of the buyer that are tried to find the one that decided. */
  private static final int MOST_ASKED = 6;

  /** How much more it takes where a sentence alone is suspect, and not the reply. */
  private static final float SURE_SENTENCE = 0.15f;

  /** The same where only a comma or blank sets it apart, so that it may lean on its neighbours. */
  private static final float SURE_CLAUSE = 0.3f;

  /** Most sentences that are read by themselves; longer replies are read as a whole only. */
  private static final int MOST_SENTENCES = 40;

  private final Resemblance learned;
  private final NormalizedText draft;
  private final Conversation conversation;
  private final Stretches stretches;
  private final List<Turn> talk;
  private final Span all;
  private final Map<Look, Impression> impressions = new HashMap<>();
  private @Nullable Sentences sentences;

  /** A part of the reply after some messages. */
  private record Look(Span part, List<Turn> turns) {}

  /**
   * A rule whose cases the reply resembles.
   *
   * @param hit the part of the reply that speaks most for it
   * @param origin by how much it resembles them
   * @param isStrong whether it outweighs an exception
   * @param becauseTurn the buyer's message without which it would not; null if the reply suffices
   */
  record Suspicion(
      Rule rule, Hit hit, Origin.Learned origin, boolean isStrong, @Nullable Integer becauseTurn) {}

  Opinion(
      Resemblance learned, NormalizedText draft, Conversation conversation, Stretches stretches) {
    this.learned = learned;
    this.draft = draft;
    this.conversation = conversation;
    this.stretches = stretches;
    this.talk = conversation.inOrder();
    this.all = new Span(0, draft.length());
  }

  /**
   * Whether the reply, and the sentence that matched by itself too, resembles compliant ones far
   * more than those that break a rule of this one's family; no if that rule has not been learned.
   */
  boolean isUnlikely(Rule suspect, Hit hit) {
    String family = suspect.id().family();
    if (!learned.knows(suspect.id()) || !look(all, talk).isUnlikely(family)) {
      return false;
    }
    Span around = around(hit);
    return look(around, talk).isUnlikely(family) || look(around, List.of()).isUnlikely(family);
  }

  /** The sentences that hold a match. */
  private Span around(Hit hit) {
    Sentences split = sentences();
    return split.isLoose()
        ? all
        : split.spans().get(split.at(hit.start())).hull(split.spans().get(split.at(hit.end() - 1)));
  }

  /**
   * The likeliest rule of every family that is likely enough: for the reply as an answer, or surely
   * for one of its sentences by itself, unless that sentence is a harmless answer.
   */
  List<Suspicion> suspicions() {
    Impression whole = look(all, talk);
    Map<String, Integer> likeliest = whole.likeliest();
    List<Suspicion> suspicions = new ArrayList<>();
    for (int rule : likeliest.values()) {
      suspicions.add(suspicion(whole, rule, 0, decidingTurn(rule)));
    }
    boolean loose = sentences().isLoose();
    if (sentences().spans().size() > 1 && !(loose && whole.isCompliant())) {
      for (Span sentence : sentences().spans()) {
        Impression alone = look(sentence, List.of());
        alone
            .likeliest()
            .forEach(
                (family, rule) -> {
                  if (!likeliest.containsKey(family)
                      && alone.excess(rule) >= (loose ? SURE_CLAUSE : SURE_SENTENCE)
                      && !look(sentence, talk).isUnlikely(family)
                      && !(loose && whole.isUnlikely(family))) {
                    likeliest.put(family, rule);
                    suspicions.add(suspicion(alone, rule, sentence.start(), null));
                  }
                });
      }
    }
    return suspicions;
  }

  private Suspicion suspicion(
      Impression impression, int rule, int start, @Nullable Integer becauseTurn) {
    return new Suspicion(
        learned.rule(rule),
        stretches.strongest(start, impression.evidence(rule)),
        impression.origin(rule),
        impression.isStrong(rule),
        becauseTurn);
  }

  /**
   * The buyer's message without which the rule would not be reported, of several the newest that
   * suffices; null if the reply suffices by itself.
   */
  private @Nullable Integer decidingTurn(int rule) {
    List<Integer> asking = conversation.askingTurns();
    if (asking.isEmpty() || look(all, List.of()).reports(rule)) {
      return null;
    }
    for (int turn : asking.subList(0, Math.min(MOST_ASKED, asking.size()))) {
      if (look(all, List.of(conversation.turn(turn))).reports(rule)) {
        return turn;
      }
    }
    return asking.get(0);
  }

  private Sentences sentences() {
    Sentences known = sentences;
    if (known == null) {
      known = draft.sentences();
      if (known.spans().size() > MOST_SENTENCES) {
        known = new Sentences(List.of(all), false);
      }
      sentences = known;
    }
    return known;
  }

  private Impression look(Span part, List<Turn> turns) {
    return impressions.computeIfAbsent(
        new Look(part, turns),
        look -> learned.impression(draft, look.part, look.turns, conversation));
  }
}
