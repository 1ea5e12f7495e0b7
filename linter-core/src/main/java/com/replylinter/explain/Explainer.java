package com.replylinter.explain;

import com.replylinter.LintRequest;
import com.replylinter.explain.Explanation.Suspect;
import com.replylinter.finding.Report;
import com.replylinter.judge.Candidate;
import com.replylinter.judge.Judge.Inquiry;
import com.replylinter.judge.Judge.Judgement;
import com.replylinter.match.Hit;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Voice;
import com.replylinter.token.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Puts a judgement and what it rests on into words. */
public final class Explainer {
  private static final Comparator<Candidate> BY_PLACE =
      Comparator.comparingInt((Candidate candidate) -> candidate.span().start())
          .thenComparingInt(candidate -> candidate.span().end());

  private final LintRequest request;
  private final Tokenizer tokenizer;
  private final Function<Rule, Voice> voices;

  /**
   * Explains reports on one request.
   *
   * @param tokenizer the segmenter
   * @param voices how each rule speaks in the request's shop, on its day
   */
  public Explainer(LintRequest request, Tokenizer tokenizer, Function<Rule, Voice> voices) {
    this.request = request;
    this.tokenizer = tokenizer;
    this.voices = voices;
  }

  /**
   * Explains a report.
   *
   * @param report what was said of the request
   * @param inquiry what it rests on
   * @param unsegmented the judgement on the same request without the segmenter's boundaries
   */
  public Explanation explain(Report report, Inquiry inquiry, Judgement unsegmented) {
    List<Candidate> all = new ArrayList<>(inquiry.judgement().candidates());
    all.addAll(inquiry.aside());
    all.sort(BY_PLACE);
    Segmentation segmentation = new Segmentation(inquiry.draft(), tokenizer);
    return new Explanation(
        report,
        all.stream().map(candidate -> suspect(candidate, inquiry.draft())).toList(),
        inquiry.draft().text(),
        segmentation.clauses(),
        segmentation.words(),
        inquiry.listening(),
        Boundaries.effect(request.draft(), segmentation, inquiry.judgement(), unsegmented));
  }

  private Suspect suspect(Candidate candidate, NormalizedText draft) {
    Voice voice = voices.apply(candidate.rule());
    String matched = candidate.span().of(request.draft());
    List<Hit> parts = candidate.hit().parts();
    return new Suspect(
        candidate.rule().id(),
        voice.title(),
        voice.severity(),
        candidate.span(),
        matched,
        parts.isEmpty() ? List.of(matched) : words(parts, draft),
        candidate.origin(),
        candidate.becauseTurn(),
        candidate.dismissal());
  }

  private List<String> words(List<Hit> parts, NormalizedText draft) {
    return parts.stream()
        .map(part -> draft.original(part.start(), part.end()).of(request.draft()))
        .toList();
  }
}
