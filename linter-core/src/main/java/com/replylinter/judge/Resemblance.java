package com.replylinter.judge;

import com.replylinter.Turn;
import com.replylinter.likeness.Exchange;
import com.replylinter.likeness.LikenessModel;
import com.replylinter.match.Hit;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.token.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion: which rules' labelled cases a reply resembles, for wordings that no pattern
 * foresaw, and which it does not resemble at all, for patterns that foresaw too much.
 */
final class Resemblance {
  /** How much the margin for any offence adds to that of a rule. */
  private static final float ANY_SHARE = 0.4f;

  /** Least score of a rule that is reported, of a reply to nothing. */
  private static final float SURE_ALONE = -0.1f;

  /** Least score of a rule that is reported, of an answer: half of it rests on the question. */
  private static final float SURE = 0.05f;

  /** Least margin of a rule that is reported, however suspect the reply is of some offence. */
  private static final float LEAST_MARGIN = -0.1f;

  /** How much more it takes where an exception spoke for the reply. */
  private static final float STRONG = 0.15f;

  /** Where all rules of a family have smaller margins, a pattern of theirs is taken for chance. */
  private static final float UNLIKELY = -0.7f;

  /** Replies with a smaller margin for any offence are taken for compliant without further ado. */
  private static final float SUSPECT = -0.45f;

  /** A reply to nothing of fewer characters resembles too many things. */
  private static final int FEWEST = 5;

  /** Most messages of the buyer that are tried to find the one that decided. */
  private static final int MOST_ASKED = 6;

  private final LikenessModel model;
  private final Tokenizer tokenizer;
  private final List<Optional<Rule>> rules = new ArrayList<>();
  private final Set<RuleId> known = new HashSet<>();

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

  private Resemblance(LikenessModel model, Phrasebook book, Tokenizer tokenizer) {
    this.model = model;
    this.tokenizer = tokenizer;
    for (String id : model.rules()) {
      rules.add(
          book.rules().stream()
              .filter(rule -> rule.id().toString().equals(id))
              .filter(rule -> rule.status() == Rule.Status.STABLE)
              .findFirst());
    }
    rules.forEach(rule -> rule.ifPresent(each -> known.add(each.id())));
  }

  /** The phrasebook's second opinion; null if it has learned nothing. */
  static @Nullable Resemblance of(Phrasebook book, Tokenizer tokenizer) {
    LikenessModel model = book.likeness();
    return model == null ? null : new Resemblance(model, book, tokenizer);
  }

  /** Whether it has learned what breaks the rule. */
  boolean knows(RuleId rule) {
    return known.contains(rule);
  }

  /** What it says of a reply. */
  Opinion opinion(NormalizedText draft, Conversation conversation) {
    return new Opinion(draft, conversation);
  }

  /** What the model says of a reply after these messages; null if it says nothing. */
  private LikenessModel.@Nullable Reading read(
      NormalizedText draft, List<Turn> turns, Conversation conversation) {
    boolean tooShort = turns.isEmpty() && draft.length() < FEWEST;
    return tooShort ? null : model.read(Exchange.of(turns, draft.text(), conversation::fold));
  }

  /**
   * What a reply that is suspected of some offence scores.
   *
   * @param margins of each rule
   * @param least the margin from which a rule is suspected
   * @param reported the margin from which it is reported
   */
  private record Scores(float[] margins, float least, float reported) {
    static final Scores NONE = new Scores(new float[0], 0, 0);

    static Scores of(float[] margins, float suspicion, List<Turn> turns) {
      float least = (turns.isEmpty() ? SURE_ALONE : SURE) - ANY_SHARE * suspicion;
      return new Scores(margins, least, Math.max(least, LEAST_MARGIN));
    }

    boolean report(int rule) {
      return rule < margins.length && margins[rule] >= reported;
    }
  }

  /** The second opinion on one reply; lives for one request. */
  final class Opinion {
    private final NormalizedText draft;
    private final Conversation conversation;
    private final LikenessModel.@Nullable Reading reading;
    private float @Nullable [] margins;

    private Opinion(NormalizedText draft, Conversation conversation) {
      this.draft = draft;
      this.conversation = conversation;
      this.reading = read(draft, conversation.inOrder(), conversation);
    }

    /**
     * Whether the reply resembles compliant ones far more than those that break a rule of this
     * one's family; no if the model does not know the rule.
     */
    boolean isUnlikely(Rule suspect) {
      if (reading == null || !knows(suspect.id())) {
        return false;
      }
      float[] all = margins(reading);
      for (int i = 0; i < all.length; i++) {
        Optional<Rule> rule = rules.get(i);
        if (all[i] >= UNLIKELY
            && rule.isPresent()
            && rule.get().id().family().equals(suspect.id().family())) {
          return false;
        }
      }
      return true;
    }

    /** The likeliest rule of every family that is likely enough. */
    List<Suspicion> suspicions() {
      if (reading == null || reading.suspicion() < SUSPECT) {
        return List.of();
      }
      Scores all = Scores.of(margins(reading), reading.suspicion(), conversation.inOrder());
      Map<String, Integer> likeliest = new TreeMap<>();
      for (int i = 0; i < all.margins.length; i++) {
        Optional<Rule> rule = rules.get(i);
        if (all.report(i) && rule.isPresent()) {
          likeliest.merge(
              rule.get().id().family(),
              i,
              (best, next) -> all.margins[best] >= all.margins[next] ? best : next);
        }
      }
      List<Suspicion> suspicions = new ArrayList<>();
      Map<List<Turn>, Scores> partial = new HashMap<>();
      Stretches stretches = new Stretches(draft, tokenizer);
      for (int rule : likeliest.values()) {
        suspicions.add(
            new Suspicion(
                rules.get(rule).orElseThrow(),
                stretches.strongest(reading.evidence(rule)),
                new Origin.Learned(all.margins[rule], all.reported),
                all.margins[rule] >= all.least + STRONG,
                decidingTurn(rule, partial)));
      }
      return suspicions;
    }

    /**
     * The buyer's message without which the rule would not be reported, of several the newest that
     * suffices; null if the reply suffices by itself.
     *
     * @param partial scores after parts of the conversation, as far as they are known
     */
    private @Nullable Integer decidingTurn(int rule, Map<List<Turn>, Scores> partial) {
      List<Integer> asking = conversation.askingTurns();
      if (asking.isEmpty() || isReported(rule, List.of(), partial)) {
        return null;
      }
      for (int turn : asking.subList(0, Math.min(MOST_ASKED, asking.size()))) {
        if (isReported(rule, List.of(conversation.turn(turn)), partial)) {
          return turn;
        }
      }
      return asking.get(0);
    }

    private boolean isReported(int rule, List<Turn> turns, Map<List<Turn>, Scores> partial) {
      return partial.computeIfAbsent(turns, this::scoresAfter).report(rule);
    }

    /** The scores after these messages alone. */
    private Scores scoresAfter(List<Turn> turns) {
      LikenessModel.Reading part = read(draft, turns, conversation);
      return part == null || part.suspicion() < SUSPECT
          ? Scores.NONE
          : Scores.of(part.margins(), part.suspicion(), turns);
    }

    private float[] margins(LikenessModel.Reading read) {
      float[] known = margins;
      if (known == null) {
        known = read.margins();
        margins = known;
      }
      return known;
    }
  }
}
