package com.replylinter.match;

import com.replylinter.match.Node.AtEdges;
import com.replylinter.match.Node.Between;
import com.replylinter.match.Node.Concept;
import com.replylinter.match.Node.InAnyOrder;
import com.replylinter.match.Node.InOrder;
import com.replylinter.match.Node.OfConcept;
import com.replylinter.normalize.Variants;
import com.replylinter.phrasebook.BuiltIn;
import com.replylinter.phrasebook.Pattern;
import com.replylinter.phrasebook.Pattern.Anchored;
import com.replylinter.phrasebook.Pattern.AnyOf;
import com.replylinter.phrasebook.Pattern.Gap;
import com.replylinter.phrasebook.Pattern.Maybe;
import com.replylinter.phrasebook.Pattern.Reference;
import com.replylinter.phrasebook.Pattern.Sequence;
import com.replylinter.phrasebook.Pattern.Together;
import com.replylinter.phrasebook.Rule.WrittenPattern;
import com.replylinter.phrasebook.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns word lists and patterns into concepts over one shared table of literals. */
final class Compiler {
  private final Map<String, WordList> lists;
  private final Variants variants;
  private final Map<String, Integer> named = new HashMap<>();
  private final Map<Set<String>, Integer> anonymous = new HashMap<>();
  private final List<@Nullable Concept> concepts = new ArrayList<>();
  private final Map<String, Set<Integer>> literals = new LinkedHashMap<>();

  Compiler(Map<String, WordList> lists, Variants variants) {
    this.lists = lists;
    this.variants = variants;
  }

  /** The concepts compiled so far. */
  List<Concept> concepts() {
    return concepts.stream().map(Objects::requireNonNull).toList();
  }

  /** How words are disguised. */
  Variants variants() {
    return variants;
  }

  /** Each literal with the concepts it is a word of. */
  Map<String, Set<Integer>> literals() {
    return literals;
  }

  /** The concept of this word list or entity; an empty one if there is no such list. */
  int named(String name) {
    Integer known = named.get(name);
    if (known != null) {
      return known;
    }
    int id = reserve();
    named.put(name, id);
    WordList list = lists.get(name);
    if (list != null) {
      fill(id, patterns(list.entries()), patterns(list.exceptions()), null);
    } else {
      Entity entity = BuiltIn.NAMES.contains(name) ? Entities.named(name) : null;
      fill(id, List.of(), List.of(), entity);
    }
    return id;
  }

  Node compile(Pattern pattern) {
    Optional<Set<String>> spellings = Literals.of(pattern);
    if (spellings.isPresent()) {
      return new OfConcept(words(spellings.get()));
    }
    if (pattern instanceof Reference reference) {
      return new OfConcept(named(reference.name()));
    }
    if (pattern instanceof AnyOf any) {
      return anyOf(any.options());
    }
    if (pattern instanceof Anchored anchored) {
      return new AtEdges(compile(anchored.part()), anchored.start(), anchored.end());
    }
    if (pattern instanceof Together together) {
      List<Node> parts = together.parts().stream().map(this::compile).toList();
      return new InAnyOrder(parts, together.sameClause(), together.distance());
    }
    if (pattern instanceof Sequence sequence) {
      return sequence(sequence);
    }
    if (pattern instanceof Maybe maybe) {
      return compile(maybe.part());
    }
    throw new IllegalStateException("unknown pattern " + pattern);
  }

  private OfConcept anyOf(List<Pattern> options) {
    int id = reserve();
    fill(id, options, List.of(), null);
    return new OfConcept(id);
  }

  /** An optional part doubles the sequence: once with it, once without. */
  private Node sequence(Sequence sequence) {
    for (int i = 0; i < sequence.parts().size(); i++) {
      if (sequence.parts().get(i) instanceof Maybe maybe) {
        List<Pattern> with = new ArrayList<>(sequence.parts());
        with.set(i, maybe.part());
        List<Pattern> parts = new ArrayList<>(sequence.parts());
        List<Gap> gaps = new ArrayList<>(sequence.gaps());
        parts.remove(i);
        if (i == 0 || i == gaps.size()) {
          gaps.remove(i == 0 ? 0 : gaps.size() - 1);
        } else {
          gaps.set(i - 1, gaps.get(i - 1).merge(gaps.get(i)));
          gaps.remove(i);
        }
        Pattern without = parts.size() == 1 ? parts.get(0) : new Sequence(parts, gaps);
        return anyOf(List.of(new Sequence(with, sequence.gaps()), without));
      }
    }
    List<Node> parts = sequence.parts().stream().map(this::compile).toList();
    List<Between> gaps = new ArrayList<>();
    for (Gap gap : sequence.gaps()) {
      Pattern without = gap.without();
      gaps.add(
          new Between(gap.max(), gap.crossesClauses(), without == null ? null : compile(without)));
    }
    return new InOrder(parts, gaps);
  }

  private int words(Set<String> spellings) {
    Integer known = anonymous.get(spellings);
    if (known != null) {
      return known;
    }
    int id = reserve();
    anonymous.put(spellings, id);
    concepts.set(id, new Concept(List.of(), List.of(), null, Concept.NO_EXCEPTIONS));
    spellings.forEach(word -> addLiteral(word, id));
    return id;
  }

  private void fill(
      int id, List<Pattern> entries, List<Pattern> exceptions, @Nullable Entity entity) {
    List<Integer> includes = new ArrayList<>();
    List<Node> patterns = new ArrayList<>();
    for (Pattern entry : entries) {
      Optional<Set<String>> spellings = Literals.of(entry);
      if (spellings.isPresent()) {
        spellings.get().forEach(word -> addLiteral(word, id));
        continue;
      }
      Node node = compile(entry);
      if (node instanceof OfConcept other) {
        includes.add(other.concept());
      } else {
        patterns.add(node);
      }
    }
    int except = exceptions.isEmpty() ? Concept.NO_EXCEPTIONS : anyOf(exceptions).concept();
    concepts.set(id, new Concept(includes, patterns, entity, except));
  }

  private void addLiteral(String word, int concept) {
    literals.computeIfAbsent(variants.fold(word), key -> new LinkedHashSet<>()).add(concept);
  }

  private int reserve() {
    concepts.add(null);
    return concepts.size() - 1;
  }

  private static List<Pattern> patterns(List<WrittenPattern> written) {
    return written.stream().map(WrittenPattern::pattern).toList();
  }
}
