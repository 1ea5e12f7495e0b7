package com.replylinter.match;

import com.replylinter.match.Node.AtEdges;
import com.replylinter.match.Node.Concept;
import com.replylinter.match.Node.InAnyOrder;
import com.replylinter.match.Node.InOrder;
import com.replylinter.match.Node.OfConcept;
import com.replylinter.normalize.NormalizedText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One text scanned once: which words occur where, and on demand which patterns match.
 *
 * <p>Hits of concepts are computed when first asked for and kept. Not thread-safe; lives for one request.
 */
public final class Scan {
  private static final Comparator<Hit> BY_START = Comparator.comparingInt(Hit::start).thenComparingInt(Hit::end);

  private final PatternIndex index;
  private final NormalizedText text;
  private final @Nullable List<Hit>[] words;
  private final @Nullable List<Hit>[] found;
  private final @Nullable List<Hit>[] verified;
  private final BitSet due = new BitSet();
  private final WordEdges wordEdges;
  private final ClauseEdges clauseEdges;

  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of a generic type
  Scan(PatternIndex index, NormalizedText text) {
    this.index = index;
    this.text = text;
    int size = index.concepts().size();
    this.words = new List[size];
    this.found = new List[size];
    this.verified = new List[size];
    this.wordEdges = new WordEdges(text, index.tokenizer());
    this.clauseEdges = new ClauseEdges(this);
    index.automaton().scan(text.text(), this::addWord);
  }

  /** The text that was scanned. */
  public NormalizedText text() {
    return text;
  }

  /** Patterns of the index one of whose key words occurs; the others cannot match. */
  BitSet due() {
    return due;
  }

  /**
   * Every match of a pattern, in order of its start.
   *
   * @param verify whether single characters must be words of their own, which tokenizes their clauses
   */
  List<Hit> find(Node node, boolean verify) {
    if (node instanceof OfConcept of) {
      return concept(of.concept(), verify);
    }
    if (node instanceof InOrder order) {
      return new Join(this, verify).inOrder(order, ClauseEdges.Any.INSTANCE, ClauseEdges.Any.INSTANCE);
    }
    if (node instanceof InAnyOrder group) {
      return new Join(this, verify).inAnyOrder(group);
    }
    if (node instanceof AtEdges edges) {
      return atEdges(edges, verify);
    }
    throw new IllegalStateException("unknown node " + node);
  }

  /** Every hit of a concept, in order of its start. */
  List<Hit> concept(int id, boolean verify) {
    List<Hit> known = verify ? verified[id] : found[id];
    if (known != null) {
      return known;
    }
    List<Hit> hits = collect(id, verify);
    if (verify) {
      verified[id] = hits;
    } else {
      found[id] = hits;
    }
    return hits;
  }

  private List<Hit> collect(int id, boolean verify) {
    Concept concept = index.concepts().get(id);
    List<Hit> own = words[id];
    List<Hit> hits = new ArrayList<>();
    if (own != null) {
      for (Hit hit : own) {
        if (!verify || wordEdges.isWord(hit)) {
          hits.add(hit);
        }
      }
    }
    for (int include : concept.includes()) {
      hits.addAll(concept(include, verify));
    }
    for (Node pattern : concept.patterns()) {
      hits.addAll(find(pattern, verify));
    }
    if (concept.entity() != null) {
      hits.addAll(concept.entity().find(text));
    }
    if (hits.size() > 1) {
      hits.sort(BY_START);
      dropRepeats(hits);
    }
    if (concept.except() != Concept.NO_EXCEPTIONS && !hits.isEmpty()) {
      List<Hit> innocent = concept(concept.except(), false);
      hits.removeIf(hit -> innocent.stream().anyMatch(longer -> longer.covers(hit)));
    }
    return hits;
  }

  private static void dropRepeats(List<Hit> hits) {
    int kept = 0;
    for (Hit hit : hits) {
      if (kept == 0 || hits.get(kept - 1).start() != hit.start() || hits.get(kept - 1).end() != hit.end()) {
        hits.set(kept++, hit);
      }
    }
    hits.subList(kept, hits.size()).clear();
  }

  private List<Hit> atEdges(AtEdges edges, boolean verify) {
    ClauseEdges.Test start = clauseEdges.starts(edges.start());
    ClauseEdges.Test end = clauseEdges.ends(edges.end());
    if (edges.part() instanceof InOrder order) {
      return new Join(this, verify).inOrder(order, start, end);
    }
    List<Hit> hits = new ArrayList<>();
    for (Hit hit : find(edges.part(), verify)) {
      if (start.holds(hit.start()) && end.holds(hit.end())) {
        hits.add(hit);
      }
    }
    return hits;
  }

  PatternIndex index() {
    return index;
  }

  private void addWord(int literal, int end) {
    PatternIndex.Word word = index.words().get(literal);
    int start = end - word.length();
    if (cutsLatinOrNumber(start, end)) {
      return;
    }
    Hit hit = Hit.word(start, end);
    wordEdges.note(hit);
    for (int concept : word.concepts()) {
      List<Hit> hits = words[concept];
      if (hits == null) {
        hits = new ArrayList<>(4);
        words[concept] = hits;
      }
      hits.add(hit);
    }
    for (int pattern : word.keyOf()) {
      due.set(pattern);
    }
  }

  /** qq is not in qqmail, 5 is not in 15. */
  private boolean cutsLatinOrNumber(int start, int end) {
    return (start > 0 && sameRun(text.charAt(start - 1), text.charAt(start)))
        || (end < text.length() && sameRun(text.charAt(end - 1), text.charAt(end)));
  }

  private static boolean sameRun(char a, char b) {
    return (isLetter(a) && isLetter(b)) || (Numbers.isDigit(a) && Numbers.isDigit(b));
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
