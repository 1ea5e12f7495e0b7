package com.replylinter.judge;

import com.replylinter.Turn;
import com.replylinter.likeness.Exchange;
import com.replylinter.likeness.LikenessModel;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.text.Span;
import com.replylinter.token.Tokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The learned cases of a phrasebook: which rules they know, and what a reply resembles. */
final class Resemblance {
  /** A text after nothing of fewer characters resembles too many things. */
  private static final int FEWEST = 5;

  private final LikenessModel model;
  private final Tokenizer tokenizer;
  private final List<Optional<Rule>> rules = new ArrayList<>();
  private final List<@Nullable String> families;
  private final Set<RuleId> known = new HashSet<>();

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
    List<@Nullable String> ofRules = new ArrayList<>();
    rules.forEach(rule -> ofRules.add(rule.map(each -> each.id().family()).orElse(null)));
    this.families = Collections.unmodifiableList(ofRules);
    rules.forEach(rule -> rule.ifPresent(each -> known.add(each.id())));
  }

  /** What the phrasebook has learned; null if nothing. */
  static @Nullable Resemblance of(Phrasebook book, Tokenizer tokenizer) {
    LikenessModel model = book.likeness();
    return model == null ? null : new Resemblance(model, book, tokenizer);
  }

  /** Whether it has learned what breaks the rule. */
  boolean knows(RuleId rule) {
    return known.contains(rule);
  }

  /** A rule by its number in the model, if {@link Impression} names it. */
  Rule rule(int number) {
    return rules.get(number).orElseThrow();
  }

  /** What it says of a reply. */
  Opinion opinion(NormalizedText draft, Conversation conversation) {
    return new Opinion(this, draft, conversation, new Stretches(draft, tokenizer));
  }

  /** What a part of a reply resembles after these messages. */
  Impression impression(
      NormalizedText draft, Span part, List<Turn> turns, Conversation conversation) {
    boolean tooShort = turns.isEmpty() && part.length() < FEWEST;
    return new Impression(
        families,
        tooShort ? null : model.read(Exchange.of(turns, part.of(draft.text()), conversation::fold)),
        !turns.isEmpty());
  }
}
