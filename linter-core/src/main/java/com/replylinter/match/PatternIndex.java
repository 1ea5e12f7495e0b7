package com.replylinter.match;

import com.replylinter.automaton.Automaton;
import com.replylinter.match.Node.Concept;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.Variants;
import com.replylinter.phrasebook.Hosts;
import com.replylinter.phrasebook.Pattern;
import com.replylinter.phrasebook.WordList;
import com.replylinter.token.Tokenizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All patterns of a phrasebook, compiled for matching.
 *
 * <p>One automaton over every literal reads a text once. A clue is looked at only where each part
 * of one of its patterns has a word. A clue that may match is joined from the hits of its parts,
 * and only if that succeeds and rests on single characters are their clauses tokenized and the join
 * made again with whole words alone.
 */
public final class PatternIndex {

  /** A compiled pattern. */
  public static final class Compiled {
    private final Node node;

    private Compiled(Node node) {
      this.node = node;
    }
  }

  /** Compiles patterns over one set of word lists; {@link #build} ends it. */
  public static final class Builder {
    private final Compiler compiler;
    private final List<Node> clues = new ArrayList<>();

    /** Starts from the phrasebook's lists; their words pass through the variants as texts do. */
    public Builder(Map<String, WordList> lists, Variants variants) {
      this.compiler = new Compiler(lists, variants);
    }

    /** Adds a pattern that is asked about only after a clue matched. */
    public Compiled add(Pattern pattern) {
      return new Compiled(compiler.compile(pattern));
    }

    /** Adds a word list by name, as a pattern. */
    public Compiled add(String list) {
      return add(new Pattern.Reference(list));
    }

    /**
     * Adds a pattern that starts a search. Clues are numbered from 0 in the order they are added.
     */
    public Compiled addClue(Pattern pattern) {
      Compiled clue = add(pattern);
      clues.add(clue.node);
      return clue;
    }

    /**
     * The index over everything added.
     *
     * @param sample texts that tell how often words occur
     */
    public PatternIndex build(List<String> sample) {
      return new PatternIndex(compiler, clues, sample);
    }
  }

  private static final String OPENERS = "开头语";
  private static final String PARTICLES = "句末词";

  private final Variants variants;
  private final int openers;
  private final int particles;
  private final List<Concept> concepts;
  private final int[] lengths;
  private final int[][] wordsOf;
  private final int[][] conceptsOf;
  private final Automaton automaton;
  private final Gates gates;

  private PatternIndex(Compiler compiler, List<Node> clues, List<String> sample) {
    this.variants = compiler.variants();
    this.openers = compiler.named(OPENERS);
    this.particles = compiler.named(PARTICLES);
    this.concepts = compiler.concepts();
    List<String> literals = List.copyOf(compiler.literals().keySet());
    this.wordsOf = wordsOf(literals, compiler.literals(), concepts.size());
    this.conceptsOf =
        literals.stream()
            .map(literal -> compiler.literals().getOrDefault(literal, Set.of()))
            .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    this.lengths = literals.stream().mapToInt(String::length).toArray();
    this.automaton = new Automaton(literals);
    this.gates = new Gates(clues, concepts, wordsOf, frequencies(literals, sample));
  }

  private static int[][] wordsOf(
      List<String> literals, Map<String, Set<Integer>> conceptsOf, int concepts) {
    List<List<Integer>> words = new ArrayList<>();
    for (int concept = 0; concept < concepts; concept++) {
      words.add(new ArrayList<>());
    }
    for (int i = 0; i < literals.size(); i++) {
      for (int concept : conceptsOf.getOrDefault(literals.get(i), Set.of())) {
        words.get(concept).add(i);
      }
    }
    return words.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** How often each literal is to be expected: a little by its length, more by the sample. */
  private int[] frequencies(List<String> literals, List<String> sample) {
    int[] frequencies = new int[literals.size()];
    for (int i = 0; i < frequencies.length; i++) {
      int length = literals.get(i).length();
      frequencies[i] = length == 1 ? 40 : length == 2 ? 4 : 1;
    }
    for (String text : sample) {
      automaton.scan(variants.fold(text), (literal, end) -> frequencies[literal] += 10);
    }
    return frequencies;
  }

  /**
   * Reads a text once.
   *
   * @param hosts whose links are the shop's own
   * @param tokenizer tells which single characters are words
   */
  public Scan scan(String text, Hosts hosts, Tokenizer tokenizer) {
    return scan(variants.normalize(text), hosts, tokenizer);
  }

  /**
   * Reads a text once.
   *
   * @param text folded, through the same variants
   * @param hosts whose links are the shop's own
   * @param tokenizer tells which single characters are words
   */
  public Scan scan(NormalizedText text, Hosts hosts, Tokenizer tokenizer) {
    return new Scan(this, text, hosts, tokenizer);
  }

  /** Numbers of those clues {@code among} that may match; the others surely do not. */
  public BitSet due(Scan scan, BitSet among) {
    return scan.due(among);
  }

  /**
   * Every match of a pattern whose single characters are words of their own, in order of its start.
   */
  public List<Hit> matches(Scan scan, Compiled pattern) {
    return scan.verify(pattern.node);
  }

  /**
   * Of {@link #matches} those that share or touch the characters from {@code from} to {@code to},
   * and perhaps some before. To be asked many times about one text.
   */
  public List<Hit> near(Scan scan, Compiled pattern, int from, int to) {
    return mayOccur(scan, pattern) ? scan.verified(pattern.node).near(from, to) : List.of();
  }

  /** Every match of a pattern, single characters taken as words unseen. */
  public List<Hit> roughMatches(Scan scan, Compiled pattern) {
    return scan.find(pattern.node, false);
  }

  /** Whether the pattern can match, judged by words alone; if not, it surely does not. */
  public boolean mayOccur(Scan scan, Compiled pattern) {
    return scan.mayMatch(pattern.node);
  }

  /** Whether the pattern matches at all. */
  public boolean occurs(Scan scan, Compiled pattern) {
    return mayOccur(scan, pattern) && !matches(scan, pattern).isEmpty();
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

  /** Length of a literal, in folded characters. */
  int lengthOf(int literal) {
    return lengths[literal];
  }

  /** Numbers of the literals that are words of the concept itself, ascending. */
  int[] wordsOf(int concept) {
    return wordsOf[concept];
  }

  /** Numbers of the concepts that the literal is a word of. */
  int[] conceptsOf(int literal) {
    return conceptsOf[literal];
  }

  Automaton automaton() {
    return automaton;
  }

  Gates gates() {
    return gates;
  }
}
