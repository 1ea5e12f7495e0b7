package com.replylinter.match;

import com.replylinter.match.Node.AtEdges;
import com.replylinter.match.Node.Concept;
import com.replylinter.match.Node.InAnyOrder;
import com.replylinter.match.Node.InOrder;
import com.replylinter.match.Node.OfConcept;
import com.replylinter.normalize.TextNormalizer;
import com.replylinter.phrasebook.Pattern;
import com.replylinter.phrasebook.WordList;
import com.replylinter.token.Tokenizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All patterns of a phrasebook, compiled for matching.
 *
 * <p>One automaton over every literal reads a text once. Each pattern has key words, the rarest of its parts: where none of
 * them occurs the pattern is not looked at. A pattern that may match is joined from the hits of its parts, and only if that
 * succeeds are the clauses with single characters tokenized and the join made again with words alone.
 */
public final class PatternIndex {

  /**
   * One literal.
   *
   * @param length in folded characters
   * @param concepts what it is a word of
   * @param keyOf patterns it is a key word of
   */
  record Word(int length, int[] concepts, int[] keyOf) {}

  /** A compiled pattern: a handle for {@link #matches} and {@link #occurs}. */
  public static final class Compiled {
    private final Node node;
    private final int number;

    private Compiled(Node node, int number) {
      this.node = node;
      this.number = number;
    }
  }

  /** Compiles patterns over one set of word lists; {@link #build} ends it. */
  public static final class Builder {
    private final Compiler compiler;
    private final List<Node> nodes = new ArrayList<>();

    /** Starts from the phrasebook's lists. */
    public Builder(Map<String, WordList> lists) {
      this.compiler = new Compiler(lists);
    }

    /** Adds a pattern. */
    public Compiled add(Pattern pattern) {
      nodes.add(compiler.compile(pattern));
      return new Compiled(nodes.get(nodes.size() - 1), nodes.size() - 1);
    }

    /** Adds a word list by name, as a pattern. */
    public Compiled add(String list) {
      return add(new Pattern.Reference(list));
    }

    /** The index over everything added. */
    public PatternIndex build(Tokenizer tokenizer) {
      return new PatternIndex(compiler, nodes, tokenizer);
    }
  }

  private static final String OPENERS = "开头语";
  private static final String PARTICLES = "句末词";

  private final Tokenizer tokenizer;
  private final int openers;
  private final int particles;
  private final List<Concept> concepts;
  private final List<Word> words;
  private final Automaton automaton;

  private PatternIndex(Compiler compiler, List<Node> nodes, Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
    this.openers = compiler.named(OPENERS);
    this.particles = compiler.named(PARTICLES);
    this.concepts = compiler.concepts();
    List<String> literals = List.copyOf(compiler.literals().keySet());
    Map<Integer, List<Integer>> byConcept = new HashMap<>();
    List<List<Integer>> keyOf = new ArrayList<>();
    for (int i = 0; i < literals.size(); i++) {
      keyOf.add(new ArrayList<>());
      for (int concept : literalConcepts(compiler, literals.get(i))) {
        byConcept.computeIfAbsent(concept, key -> new ArrayList<>()).add(i);
      }
    }
    Keys keys = new Keys(concepts, byConcept, literals);
    for (int pattern = 0; pattern < nodes.size(); pattern++) {
      Set<Integer> chosen = keys.of(nodes.get(pattern));
      if (chosen != null) {
        for (int literal : chosen) {
          keyOf.get(literal).add(pattern);
        }
      }
    }
    this.words = new ArrayList<>();
    for (int i = 0; i < literals.size(); i++) {
      words.add(
          new Word(
              literals.get(i).length(),
              literalConcepts(compiler, literals.get(i)).stream().mapToInt(Integer::intValue).toArray(),
              keyOf.get(i).stream().mapToInt(Integer::intValue).toArray()));
    }
    this.automaton = new Automaton(literals);
  }

  private static Set<Integer> literalConcepts(Compiler compiler, String literal) {
    return compiler.literals().getOrDefault(literal, Set.of());
  }

  /** Reads a text once. */
  public Scan scan(String text) {
    return new Scan(this, TextNormalizer.normalize(text));
  }

  /** Numbers of the patterns that may match; others surely do not. Numbers count calls of {@link Builder#add} from 0. */
  public BitSet due(Scan scan) {
    return scan.due();
  }

  /**
   * Every match of a pattern whose single characters are words of their own, in order of its start.
   *
   * @throws Tokenizer.TokenizerException if the segmenter fails
   */
  public List<Hit> matches(Scan scan, Compiled pattern) {
    List<Hit> rough = scan.find(pattern.node, false);
    return rough.isEmpty() ? rough : scan.find(pattern.node, true);
  }

  /** Every match of a pattern, single characters taken as words unseen. */
  public List<Hit> roughMatches(Scan scan, Compiled pattern) {
    return scan.find(pattern.node, false);
  }

  /** Whether the pattern matches at all. */
  public boolean occurs(Scan scan, Compiled pattern) {
    return !matches(scan, pattern).isEmpty();
  }

  /** The number of a pattern, for {@link #due}. */
  public static int number(Compiled pattern) {
    return pattern.number;
  }

  Tokenizer tokenizer() {
    return tokenizer;
  }

  int openers() {
    return openers;
  }

  int particles() {
    return particles;
  }

  List<Concept> concepts() {
    return concepts;
  }

  List<Word> words() {
    return words;
  }

  Automaton automaton() {
    return automaton;
  }

  /** Chooses key words: a set of literals of which one must occur in every match, as rare as may be. */
  private static final class Keys {
    private final List<Concept> concepts;
    private final Map<Integer, List<Integer>> byConcept;
    private final List<String> literals;

    Keys(List<Concept> concepts, Map<Integer, List<Integer>> byConcept, List<String> literals) {
      this.concepts = concepts;
      this.byConcept = byConcept;
      this.literals = literals;
    }

    /** The key words of a pattern; null if it may match without any literal. */
    @Nullable Set<Integer> of(Node node) {
      if (node instanceof OfConcept of) {
        return ofConcept(of.concept());
      }
      if (node instanceof AtEdges edges) {
        return of(edges.part());
      }
      List<Node> parts = node instanceof InOrder order ? order.parts() : ((InAnyOrder) node).parts();
      Set<Integer> best = null;
      for (Node part : parts) {
        Set<Integer> one = of(part);
        if (one != null && (best == null || frequency(one) < frequency(best))) {
          best = one;
        }
      }
      return best;
    }

    private @Nullable Set<Integer> ofConcept(int id) {
      Concept concept = concepts.get(id);
      if (concept.entity() != null) {
        return null;
      }
      Set<Integer> all = new HashSet<>(byConcept.getOrDefault(id, List.of()));
      for (int include : concept.includes()) {
        Set<Integer> one = ofConcept(include);
        if (one == null) {
          return null;
        }
        all.addAll(one);
      }
      for (Node pattern : concept.patterns()) {
        Set<Integer> one = of(pattern);
        if (one == null) {
          return null;
        }
        all.addAll(one);
      }
      return all;
    }

    /** A guess at how often one of these words occurs: short words are common. */
    private long frequency(Set<Integer> words) {
      long sum = 0;
      for (int word : words) {
        int length = literals.get(word).length();
        sum += length == 1 ? 400 : length == 2 ? 30 : length == 3 ? 6 : 2;
      }
      return sum;
    }
  }
}
