package com.replylinter.match;

import com.replylinter.match.Node.Between;
import com.replylinter.match.Node.InAnyOrder;
import com.replylinter.match.Node.InOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins hits of parts to hits of a whole.
 *
 * <p>Semantics: each hit of a part is joined with the nearest hit of the part before it; of all
 * joins that end at one place the shortest is kept. So the work is linear in the number of hits,
 * whatever the text repeats.
 */
final class Join {
  private static final Comparator<Hit> BY_END =
      Comparator.comparingInt(Hit::end)
          .thenComparing(Comparator.comparingInt(Hit::start).reversed());
  private static final Comparator<Hit> BY_START =
      Comparator.comparingInt(Hit::start).thenComparingInt(Hit::end);

  /** No literal is longer; bounds how far back a hit near a place may begin. */
  private static final int LONGEST = 64;

  private final Scan scan;
  private final boolean verify;

  Join(Scan scan, boolean verify) {
    this.scan = scan;
    this.verify = verify;
  }

  List<Hit> inOrder(InOrder order, ClauseEdges.Test start, ClauseEdges.Test end) {
    for (int i = order.parts().size() - 1; i > 0; i--) {
      if (part(order, i).isEmpty()) {
        return List.of();
      }
    }
    List<Hit> partial = part(order, 0);
    if (start != ClauseEdges.Any.INSTANCE) {
      partial = partial.stream().filter(hit -> start.holds(hit.start())).toList();
    }
    int last = order.parts().size() - 1;
    for (int i = 1; i <= last && !partial.isEmpty(); i++) {
      partial =
          append(
              partial,
              order.gaps().get(i - 1),
              part(order, i),
              i == last ? end : ClauseEdges.Any.INSTANCE);
    }
    return partial.size() < 2 ? partial : partial.stream().sorted(BY_START).toList();
  }

  /** Parts that touch make one word together, so their single characters need no proof. */
  private List<Hit> part(InOrder order, int i) {
    boolean touches =
        (i > 0 && order.gaps().get(i - 1).max() == 0)
            || (i < order.gaps().size() && order.gaps().get(i).max() == 0);
    return scan.find(order.parts().get(i), verify && !touches);
  }

  private List<Hit> append(List<Hit> partial, Between gap, List<Hit> rights, ClauseEdges.Test end) {
    List<Hit> left = shortestByEnd(partial);
    List<Hit> joined = List.of();
    int nearest = -1;
    for (Hit right : rights) {
      while (nearest + 1 < left.size() && left.get(nearest + 1).end() <= right.start()) {
        nearest++;
      }
      if (nearest >= 0 && end.holds(right.end()) && fits(left.get(nearest), gap, right)) {
        if (joined.isEmpty()) {
          joined = new ArrayList<>(4);
        }
        Hit near = left.get(nearest);
        joined.add(gap.max() == 0 ? Hit.touching(near, right) : Hit.joining(near, right));
      }
    }
    return shortestByEnd(joined);
  }

  private boolean fits(Hit left, Between gap, Hit right) {
    if (right.start() - left.end() > gap.max()) {
      return false;
    }
    if (!gap.crossesClauses()
        && gap.max() > 0
        && !scan.text().sameClause(left.end() - 1, right.start())) {
      return false;
    }
    return gap.without() == null || !occursBetween(gap.without(), left.end(), right.start());
  }

  private boolean occursBetween(Node node, int from, int to) {
    List<Hit> hits = scan.find(node, verify);
    for (int i = Ordered.firstFrom(hits, from); i < hits.size() && hits.get(i).start() < to; i++) {
      if (hits.get(i).end() <= to) {
        return true;
      }
    }
    return false;
  }

  private static List<Hit> shortestByEnd(List<Hit> hits) {
    if (hits.size() < 2) {
      return hits;
    }
    List<Hit> sorted = new ArrayList<>(hits);
    sorted.sort(BY_END);
    List<Hit> kept = new ArrayList<>(sorted.size());
    for (Hit hit : sorted) {
      if (kept.isEmpty() || kept.get(kept.size() - 1).end() != hit.end()) {
        kept.add(hit);
      }
    }
    return kept;
  }

  List<Hit> inAnyOrder(InAnyOrder group) {
    List<Hit> whole = scan.find(group.parts().get(0), verify);
    for (int i = 1; i < group.parts().size() && !whole.isEmpty(); i++) {
      List<Hit> part = scan.find(group.parts().get(i), verify);
      List<Hit> grown = new ArrayList<>();
      for (Hit hit : whole) {
        Hit near = nearest(hit, part, group);
        if (near != null) {
          grown.add(Hit.joining(hit, near));
        }
      }
      whole = grown;
    }
    List<Hit> result = shortestByEnd(whole);
    return result.stream().sorted(BY_START).toList();
  }

  private @Nullable Hit nearest(Hit hit, List<Hit> others, InAnyOrder group) {
    Hit best = null;
    for (int i = Ordered.firstFrom(others, hit.start() - group.distance() - LONGEST);
        i < others.size();
        i++) {
      Hit other = others.get(i);
      int distance = other.distance(hit);
      if (other.start() > hit.end() + group.distance()) {
        break;
      }
      if (distance <= group.distance()
          && (best == null || distance < best.distance(hit))
          && hit.leaves().stream().noneMatch(other::overlaps)
          && (!group.sameClause() || scan.text().sameClause(other.start(), hit.start()))) {
        best = other;
      }
    }
    return best;
  }
}
