package com.replylinter.server.feedback;

import com.replylinter.Turn;
import com.replylinter.finding.Verdict;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an agent tells about a draft and what the linter said of it.
 *
 * @param kind what it is about
 * @param rules the rules concerned; none if the agent named none
 * @param verdict the linter's, of an override; null if unknown
 * @param span where in the draft, in UTF-16 code units; null if not told
 * @param remark the agent's note, or the reason for sending all the same; null if none
 * @param supervisor who allowed it; null if nobody was asked
 * @param agent who tells it; null if unknown
 * @param phrasebook version of the phrasebook that judged; null if unknown
 * @param offline whether the linter could not be reached when it was judged
 * @param draft the reply itself; null where texts are not kept
 * @param conversation what was said before; empty where texts are not kept
 */
public record Feedback(
    Kind kind,
    List<RuleId> rules,
    @Nullable Verdict verdict,
    @Nullable Span span,
    @Nullable String remark,
    @Nullable String supervisor,
    @Nullable String agent,
    @Nullable String phrasebook,
    boolean offline,
    @Nullable String draft,
    List<Turn> conversation) {

  /** Keeps immutable copies of the lists. */
  public Feedback {
    rules = List.copyOf(rules);
    conversation = List.copyOf(conversation);
  }

  /** What an entry is about. */
  public enum Kind {
    /** The linter found fault with what is none. */
    FALSE_ALARM,
    /** The linter found no fault with what is one. */
    MISSED,
    /** The agent sent what the linter found fault with. */
    OVERRIDE;

    /** The name used in JSON. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of this name. */
    public static Optional<Kind> of(String label) {
      return Stream.of(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }
  }

  /** Whether it holds the draft or the conversation. */
  public boolean hasTexts() {
    return draft != null || !conversation.isEmpty();
  }

  /** The same without draft and conversation. */
  public Feedback withoutTexts() {
    return new Feedback(
        kind,
        rules,
        verdict,
        span,
        remark,
        supervisor,
        agent,
        phrasebook,
        offline,
        null,
        List.of());
  }
}
