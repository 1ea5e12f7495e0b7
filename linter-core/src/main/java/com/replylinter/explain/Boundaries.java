package com.replylinter.explain;

import com.replylinter.explain.Explanation.BoundaryChange;
import com.replylinter.explain.Explanation.BoundaryEffect;
import com.replylinter.explain.Explanation.Piece;
import com.replylinter.judge.Candidate;
import com.replylinter.judge.Judge.Judgement;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what the segmenter's word boundaries changed. */
final class Boundaries {
  private Boundaries() {}

  /** An offence, whatever found it. */
  private record Offence(RuleId rule, Span span) {}

  /**
   * The difference between two judgements.
   *
   * @param with the judgement with boundaries
   * @param without the judgement on the same request that accepts single characters unseen
   */
  static BoundaryEffect effect(
      String draft, Segmentation segmentation, Judgement with, Judgement without) {
    Map<Offence, Candidate> proved = offences(with);
    Map<Offence, Candidate> unproved = offences(without);
    List<BoundaryChange> changes = new ArrayList<>();
    unproved.forEach(
        (offence, candidate) -> {
          if (!proved.containsKey(offence)) {
            List<Piece> words = segmentation.wordsAround(candidate.hit());
            changes.add(change(offence, draft, false, "会多报", because(words)));
          }
        });
    proved.forEach(
        (offence, candidate) -> {
          if (!unproved.containsKey(offence)) {
            changes.add(change(offence, draft, true, "会漏报", ""));
          }
        });
    return new BoundaryEffect(changes, summary(changes));
  }

  private static Map<Offence, Candidate> offences(Judgement judgement) {
    Map<Offence, Candidate> offences = new LinkedHashMap<>();
    for (Candidate candidate : judgement.candidates()) {
      if (candidate.kept()) {
        offences.put(new Offence(candidate.rule().id(), candidate.span()), candidate);
      }
    }
    return offences;
  }

  private static BoundaryChange change(
      Offence offence, String draft, boolean kept, String effect, String because) {
    String matched = offence.span().of(draft);
    String reason = effect + " " + offence.rule() + " 的“" + matched + "”" + because;
    return new BoundaryChange(offence.rule(), offence.span(), matched, kept, reason);
  }

  private static String because(List<Piece> words) {
    return words.isEmpty()
        ? ""
        : words.stream().map(Piece::text).collect(Collectors.joining("”“", "（“", "”是一个词，里面的单字不算）"));
  }

  private static String summary(List<BoundaryChange> changes) {
    return changes.isEmpty()
        ? "分词边界没有改变任何结论。"
        : changes.stream()
            .map(BoundaryChange::reason)
            .collect(Collectors.joining("；", "没有分词边界，", "。"));
  }
}
