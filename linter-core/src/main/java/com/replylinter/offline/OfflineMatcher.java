package com.replylinter.offline;

import com.replylinter.offline.OfflinePack.OfflineRule;
import com.replylinter.phrasebook.Rule.Kind;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.text.Span;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Matches by a pack, as a chat window does. For one rule in some texts. */
public final class OfflineMatcher {
  private final Kind kind;
  private final List<String> negators;
  private final Haystack haystack;

  /** The characters of what clears a match. */
  private final BitSet cleared;

  OfflineMatcher(
      Kind kind, List<String> negators, Collection<LiteralPattern> unless, Haystack haystack) {
    this.kind = kind;
    this.negators = negators;
    this.haystack = haystack;
    this.cleared = covered(unless, haystack);
  }

  /** The rules that a draft breaks by what the pack can tell. */
  public static Set<RuleId> broken(OfflinePack pack, String draft) {
    Haystack haystack = new Haystack(List.of(draft));
    Set<RuleId> broken = new LinkedHashSet<>();
    for (OfflineRule rule : pack.rules()) {
      OfflineMatcher matcher =
          new OfflineMatcher(rule.kind(), pack.negators(), rule.unless(), haystack);
      if (rule.patterns().stream().anyMatch(pattern -> !matcher.hits(pattern).isEmpty())) {
        broken.add(rule.rule());
      }
    }
    return broken;
  }

  /** What the patterns match, character by character. */
  static BitSet covered(Collection<LiteralPattern> patterns, Haystack haystack) {
    BitSet covered = new BitSet();
    for (LiteralPattern pattern : patterns) {
      for (Span hit : haystack.hits(pattern)) {
        covered.set(hit.start(), hit.end());
      }
    }
    return covered;
  }

  /** The matches of a pattern that nothing clears. */
  Set<Span> hits(LiteralPattern pattern) {
    return haystack.hits(pattern).stream()
        .filter(hit -> !isCleared(hit) && !isNegated(hit))
        .collect(Collectors.toSet());
  }

  private boolean isCleared(Span hit) {
    int next = cleared.nextSetBit(hit.start());
    return next >= 0 && next < hit.end();
  }

  private boolean isNegated(Span hit) {
    return kind == Kind.OFFER && haystack.precedes(negators, hit);
  }
}
