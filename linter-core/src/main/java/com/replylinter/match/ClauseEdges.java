package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import com.replylinter.phrasebook.Pattern.Edge;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a clause or the draft begins and ends, when openers and final particles are left out of
 * account.
 */
final class ClauseEdges {

  /** A test of one position. */
  @FunctionalInterface
  interface Test {
    boolean holds(int position);
  }

  /** Every position will do. */
  enum Any implements Test {
    INSTANCE;

    @Override
    public boolean holds(int position) {
      return true;
    }
  }

  private static final String PUNCTUATION = ",.!?;:、。…\n()";

  private final Scan scan;
  private final Map<Edge, BitSet> starts = new HashMap<>();
  private final Map<Edge, BitSet> ends = new HashMap<>();

  ClauseEdges(Scan scan) {
    this.scan = scan;
  }

  Test starts(Edge edge) {
    return edge == Edge.ANYWHERE
        ? Any.INSTANCE
        : starts.computeIfAbsent(edge, this::startPositions)::get;
  }

  Test ends(Edge edge) {
    return edge == Edge.ANYWHERE
        ? Any.INSTANCE
        : ends.computeIfAbsent(edge, this::endPositions)::get;
  }

  private BitSet startPositions(Edge edge) {
    NormalizedText text = scan.text();
    BitSet good = new BitSet(text.length() + 1);
    good.set(0);
    List<Hit> openers = scan.concept(scan.index().openers(), false);
    int next = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (edge == Edge.CLAUSE && text.isClauseStart(at)) {
        good.set(at);
      }
      if (good.get(at) && at < text.length() && isPunctuation(text, at)) {
        good.set(at + 1);
      }
      for (; next < openers.size() && openers.get(next).start() <= at; next++) {
        if (openers.get(next).start() == at && good.get(at)) {
          good.set(openers.get(next).end());
        }
      }
    }
    return good;
  }

  private BitSet endPositions(Edge edge) {
    NormalizedText text = scan.text();
    BitSet good = new BitSet(text.length() + 1);
    good.set(text.length());
    List<Hit> particles = scan.concept(scan.index().particles(), false);
    int next = particles.size() - 1;
    for (int at = text.length() - 1; at >= 0; at--) {
      if (edge == Edge.CLAUSE && (text.isClauseStart(at) || isPunctuation(text, at))) {
        good.set(at);
      }
      if (isPunctuation(text, at) && good.get(at + 1)) {
        good.set(at);
      }
      for (; next >= 0 && particles.get(next).start() >= at; next--) {
        if (particles.get(next).start() == at && good.get(particles.get(next).end())) {
          good.set(at);
        }
      }
    }
    return good;
  }

  private static boolean isPunctuation(NormalizedText text, int at) {
    return PUNCTUATION.indexOf(text.charAt(at)) >= 0;
  }
}
