package com.replylinter.rewrite;

import com.replylinter.finding.Finding;
import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the sentences that hold findings by the rules' own rewrites, and proposes only what is
 * clean.
 */
public final class Rewriter {
  private static final String SENTENCE_END = "。！？!?；;\n";

  private Rewriter() {}

  /**
   * The whole draft made compliant.
   *
   * <p>Innocent sentences are kept; if the result is not clean, the rewrites stand alone.
   *
   * @param draft the draft as sent
   * @param findings what is wrong with it
   * @param isClean lints a proposal
   * @return null if there is nothing to rewrite or no proposal is clean
   */
  public static @Nullable String rewrite(
      String draft, List<Finding> findings, Predicate<String> isClean) {
    List<Finding> gravest = new ArrayList<>(findings);
    gravest.removeIf(finding -> finding.rewrites().isEmpty());
    gravest.sort(Comparator.comparing(Finding::severity).reversed());
    if (gravest.isEmpty()) {
      return null;
    }
    List<Span> sentences = sentences(draft);
    List<List<Finding>> inside = inside(sentences, gravest);
    StringBuilder whole = new StringBuilder();
    Set<String> used = new LinkedHashSet<>();
    for (int i = 0; i < sentences.size(); i++) {
      if (inside.get(i).isEmpty()) {
        whole.append(sentences.get(i).of(draft));
      }
      for (Finding finding : inside.get(i)) {
        String rewrite = finding.rewrites().get(0);
        if (used.add(rewrite)) {
          whole.append(rewrite);
        }
      }
    }
    for (String proposal :
        List.of(whole.toString(), String.join("", used), gravest.get(0).rewrites().get(0))) {
      if (isClean.test(proposal)) {
        return proposal;
      }
    }
    return null;
  }

  /** The findings that touch each sentence, in the order they come. */
  private static List<List<Finding>> inside(List<Span> sentences, List<Finding> findings) {
    int[] starts = sentences.stream().mapToInt(Span::start).toArray();
    List<List<Finding>> inside = new ArrayList<>();
    sentences.forEach(sentence -> inside.add(new ArrayList<>(0)));
    for (Finding finding : findings) {
      int found = Arrays.binarySearch(starts, finding.span().start());
      for (int i = found >= 0 ? found : -found - 2;
          i < starts.length && starts[i] < finding.span().end();
          i++) {
        inside.get(i).add(finding);
      }
    }
    return inside;
  }

  private static List<Span> sentences(String draft) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < draft.length(); i++) {
      boolean ends = SENTENCE_END.indexOf(draft.charAt(i)) >= 0;
      boolean more = i + 1 < draft.length() && SENTENCE_END.indexOf(draft.charAt(i + 1)) >= 0;
      if (ends && !more) {
        sentences.add(new Span(start, i + 1));
        start = i + 1;
      }
    }
    if (start < draft.length()) {
      sentences.add(new Span(start, draft.length()));
    }
    return sentences;
  }
}
