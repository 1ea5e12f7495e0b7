package com.replylinter.explain;

import com.replylinter.finding.Report;
import com.replylinter.judge.Dismissal;
import com.replylinter.judge.Listening;
import com.replylinter.judge.Origin;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.phrasebook.Severity;
import com.replylinter.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report with everything it rests on. All spans are UTF-16 code units of the draft as sent.
 *
 * @param report what linting the same request says
 * @param candidates every place where a rule was suspected, kept or dropped, in order of their
 *     spans
 * @param normalized the draft as it was compared
 * @param clauses its clauses
 * @param tokens its words as the segmenter cuts them; none for a clause on which it fails
 * @param listening what was heard of the conversation
 * @param boundaries what the segmenter's word boundaries changed
 */
public record Explanation(
    Report report,
    List<Suspect> candidates,
    String normalized,
    List<Piece> clauses,
    List<Piece> tokens,
    Listening listening,
    BoundaryEffect boundaries) {

  /** Keeps immutable copies of the lists. */
  public Explanation {
    candidates = List.copyOf(candidates);
    clauses = List.copyOf(clauses);
    tokens = List.copyOf(tokens);
  }

  /**
   * A place where a rule was suspected.
   *
   * @param rule the rule
   * @param title its short name, in Chinese
   * @param severity how bad the offence would be
   * @param span where
   * @param matched the draft's own characters there
   * @param words the words that matched, in the pattern's order; the whole for a learned suspicion
   * @param origin what found it
   * @param becauseTurn index of the conversation turn that was needed; null if the draft sufficed
   * @param dismissal why it is no offence; null if it is one
   */
  public record Suspect(
      RuleId rule,
      String title,
      Severity severity,
      Span span,
      String matched,
      List<String> words,
      Origin origin,
      @Nullable Integer becauseTurn,
      @Nullable Dismissal dismissal) {
    /** Keeps an immutable copy of the list. */
    public Suspect {
      words = List.copyOf(words);
    }

    /** Whether it is an offence. */
    public boolean kept() {
      return dismissal == null;
    }
  }

  /** A part of the draft: where it is, and its characters as they were compared. */
  public record Piece(Span span, String text) {}

  /**
   * What the segmenter's word boundaries changed: the difference to a judgement that accepts single
   * characters unseen.
   *
   * @param changes the suspects that are an offence in only one of the two
   * @param summary the same in Chinese
   */
  public record BoundaryEffect(List<BoundaryChange> changes, String summary) {
    /** Keeps an immutable copy of the list. */
    public BoundaryEffect {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A suspect that is an offence in only one of two judgements.
   *
   * @param kept whether it is one with boundaries, so that it would be missed without them; else
   *     they keep it from being reported
   * @param reason in Chinese
   */
  public record BoundaryChange(
      RuleId rule, Span span, String matched, boolean kept, String reason) {}
}
