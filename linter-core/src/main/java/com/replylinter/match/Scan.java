package com.replylinter.match;

import com.replylinter.match.Node.AtEdges;
import com.replylinter.match.Node.Concept;
import com.replylinter.match.Node.InAnyOrder;
import com.replylinter.match.Node.InOrder;
import com.replylinter.match.Node.OfConcept;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.phrasebook.Hosts;
import com.replylinter.token.Tokenizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One text scanned once: which words occur where, and on demand which patterns match.
 *
 * <p>Hits of concepts are computed when first asked for and kept. Not thread-safe; lives for one
 * request.
 */
public final class Scan {
  private static final Comparator<Hit> BY_START =
      Comparator.comparingInt(Hit::start).thenComparingInt(Hit::end);

  private final PatternIndex index;
  private final NormalizedText text;
  private final Hosts hosts;
  private final Words words;
  private final ConceptHits found;
  private final ConceptHits proved;
  private final WordEdges wordEdges;
  private final ClauseEdges clauseEdges;
  private final Flags worded;
  private final Flags possible;
  private final Flags ruledOut;

  /** Verified matches of the patterns asked about again and again; null before the first. */
  private @Nullable IdentityHashMap<Node, Ordered> known;

  private @Nullable List<Identifier> identifiers;
  private @Nullable List<Hit> emails;
  private @Nullable List<Hit> addresses;

  Scan(PatternIndex index, NormalizedText text, Hosts hosts, Tokenizer tokenizer) {
    this.found = new ConceptHits();
    this.proved = new ConceptHits();
    this.index = index;
    this.text = text;
    this.hosts = hosts;
    this.words = new Words(text.text(), index);
    this.wordEdges = new WordEdges(text, words, tokenizer);
    this.clauseEdges = new ClauseEdges(this);
    this.worded = words.concepts();
    this.possible = worded.copy();
    this.ruledOut = new Flags(index.concepts().size());
  }

  /** The text that was scanned. */
  public NormalizedText text() {
    return text;
  }

  /** Numbers that name somebody or something, in order; they do not overlap. */
  public List<Identifier> identifiers() {
    if (identifiers == null) {
      identifiers = Numbers.occurIn(text) ? Identifier.of(text) : List.of();
    }
    return identifiers;
  }

  /** E-mail addresses, in order. */
  public List<Hit> emails() {
    if (emails == null) {
      emails = text.text().indexOf('@') >= 0 ? Latin.emails(text) : List.of();
    }
    return emails;
  }

  /** Postal addresses, in order. */
  public List<Hit> addresses() {
    if (addresses == null) {
      addresses = Addresses.of(text);
    }
    return addresses;
  }

  /** Whether the segmenter answered whenever it was asked; if not, matches may be too many. */
  public boolean isComplete() {
    return !wordEdges.failed();
  }

  /** Numbers of the clues among {@code wanted} that may match. */
  BitSet due(BitSet wanted) {
    return words.due(wanted, this);
  }

  /** Whether every part of a pattern has a word in the text; without that it cannot match. */
  boolean mayMatch(Node node) {
    if (node instanceof OfConcept of) {
      return mayHit(of.concept());
    }
    if (node instanceof AtEdges edges) {
      return mayMatch(edges.part());
    }
    List<Node> parts = node instanceof InOrder order ? order.parts() : ((InAnyOrder) node).parts();
    for (int i = 0; i < parts.size(); i++) {
      if (!mayMatch(parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the words found make a hit of the concept possible. */
  private boolean mayHit(int id) {
    if (!possible.get(id) && !ruledOut.get(id)) {
      (mayHitOtherwise(index.concepts().get(id)) ? possible : ruledOut).set(id);
    }
    return possible.get(id);
  }

  private boolean mayHitOtherwise(Concept concept) {
    if (concept.entity() != null && concept.entity().mayOccur(text)) {
      return true;
    }
    List<Integer> includes = concept.includes();
    for (int i = 0; i < includes.size(); i++) { // an iterator for each is too dear here
      if (mayHit(includes.get(i))) {
        return true;
      }
    }
    List<Node> patterns = concept.patterns();
    for (int i = 0; i < patterns.size(); i++) {
      if (mayMatch(patterns.get(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Every match of a pattern, in order of its start.
   *
   * @param verify whether single characters must be words of their own, which tokenizes their
   *     clauses
   */
  List<Hit> find(Node node, boolean verify) {
    if (node instanceof OfConcept of) {
      return concept(of.concept(), verify);
    }
    if (node instanceof InOrder order) {
      return new Join(this, verify)
          .inOrder(order, ClauseEdges.Any.INSTANCE, ClauseEdges.Any.INSTANCE);
    }
    if (node instanceof InAnyOrder group) {
      return new Join(this, verify).inAnyOrder(group);
    }
    if (node instanceof AtEdges edges) {
      return atEdges(edges, verify);
    }
    throw new IllegalStateException("unknown node " + node);
  }

  /** Every match of a pattern whose single characters are words of their own, kept for later. */
  Ordered verified(Node node) {
    IdentityHashMap<Node, Ordered> kept = known;
    if (kept == null) {
      kept = new IdentityHashMap<>();
      known = kept;
    }
    Ordered hits = kept.get(node);
    if (hits == null) {
      hits = new Ordered(verify(node));
      kept.put(node, hits);
    }
    return hits;
  }

  /**
   * Every match of a pattern whose single characters are words of their own, in order of its start.
   */
  List<Hit> verify(Node node) {
    List<Hit> rough = find(node, false);
    return restsOnSingles(rough) ? find(node, true) : rough;
  }

  /** Every hit of a concept, in order of its start. */
  List<Hit> concept(int id, boolean verify) {
    if (!mayHit(id)) {
      return List.of();
    }
    ConceptHits known = verify ? proved : found;
    List<Hit> hits = known.get(id);
    if (hits == null) {
      hits = collect(id, verify);
      known.put(id, hits);
    }
    return hits;
  }

  private List<Hit> collect(int id, boolean verify) {
    Concept concept = index.concepts().get(id);
    List<Hit> hits = worded.get(id) ? words.of(id) : List.of();
    if (verify && !hits.isEmpty()) {
      hits = hits.stream().filter(wordEdges::isWord).toList();
    }
    for (int include : concept.includes()) {
      hits = joined(hits, concept(include, verify));
    }
    for (Node pattern : concept.patterns()) {
      if (mayMatch(pattern)) {
        hits = joined(hits, find(pattern, verify));
      }
    }
    if (concept.entity() != null) {
      hits = joined(hits, concept.entity().find(text, hosts));
    }
    if (hits.size() > 1) {
      hits = new ArrayList<>(hits);
      hits.sort(BY_START);
      dropRepeats(hits);
    }
    if (concept.except() != Concept.NO_EXCEPTIONS && !hits.isEmpty()) {
      List<Hit> innocent = concept(concept.except(), false);
      if (!innocent.isEmpty()) {
        hits = outside(innocent, hits);
      }
    }
    return hits;
  }

  /** The hits that lie inside none of these; both come in order of their start. */
  private static List<Hit> outside(List<Hit> innocent, List<Hit> hits) {
    List<Hit> outside = new ArrayList<>(hits.size());
    int next = 0;
    int reach = 0; // the farthest end of those that begin no later
    for (Hit hit : hits) {
      for (; next < innocent.size() && innocent.get(next).start() <= hit.start(); next++) {
        reach = Math.max(reach, innocent.get(next).end());
      }
      if (reach < hit.end()) {
        outside.add(hit);
      }
    }
    return outside;
  }

  private static List<Hit> joined(List<Hit> some, List<Hit> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return some.isEmpty() ? more : some;
    }
    List<Hit> all = new ArrayList<>(some.size() + more.size());
    all.addAll(some);
    all.addAll(more);
    return all;
  }

  private static void dropRepeats(List<Hit> hits) {
    int kept = 0;
    for (Hit hit : hits) {
      if (kept == 0
          || hits.get(kept - 1).start() != hit.start()
          || hits.get(kept - 1).end() != hit.end()) {
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

  /**
   * Whether any of the hits has a part that is one Chinese character, so that the segmenter must be
   * asked.
   */
  private boolean restsOnSingles(List<Hit> hits) {
    for (Hit hit : hits) {
      for (Hit part : hit.leaves()) {
        if (wordEdges.isSingle(part)) {
          return true;
        }
      }
    }
    return false;
  }

  PatternIndex index() {
    return index;
  }
}
