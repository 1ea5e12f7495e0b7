package com.replylinter.rewrite;

import com.replylinter.finding.Finding;
import com.replylinter.rewrite.Rewriting.Kept;
import com.replylinter.text.Sentences;
import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Replaces the sentences that hold findings by the rules' own rewrites, one for each family, and
 * proposes only what is clean.
 *
 * <p>Innocent sentences are kept. What is still found in the result is replaced in its turn, a few
 * times; if that does not end well, the rewrites stand alone.
 */
public final class Rewriter {
  private static final int ROUNDS = 8;

  /** So many of the things still found are mended in one round. */
  private static final int BLAMED = 50;

  private final Sentences split;
  private final Function<String, List<Finding>> lint;
  private final List<Sentence> sentences = new ArrayList<>();
  private final Map<String, Replies> families = new LinkedHashMap<>();

  /** One sentence of the draft, and the families of what was found in it. */
  private record Sentence(String text, Set<String> found) {
    boolean isInnocent() {
      return found.isEmpty();
    }
  }

  /** The rewrites of one family, gravest and best first, and which of them is tried. */
  private static final class Replies {
    private final List<Finding> findings = new ArrayList<>();
    private int tried;

    /** Of the findings of one rule the first will do. */
    void add(Finding finding) {
      if (findings.stream().noneMatch(finding::sharesRuleWith)) {
        findings.add(finding);
        findings.sort(Comparator.comparing(Finding::severity).reversed());
      }
    }

    List<String> all() {
      return findings.stream().flatMap(each -> each.rewrites().stream()).distinct().toList();
    }

    Optional<String> current() {
      List<String> all = all();
      return tried < all.size() ? Optional.of(all.get(tried)) : Optional.empty();
    }
  }

  private Rewriter(String draft, Function<String, List<Finding>> lint) {
    this.split = Sentences.of(draft);
    this.lint = lint;
    for (Span span : split.spans()) {
      sentences.add(new Sentence(span.of(draft), new LinkedHashSet<>()));
    }
  }

  /**
   * The whole draft made compliant.
   *
   * @param draft the draft as sent
   * @param findings what is wrong with it
   * @param lint finds what is wrong with a proposal, in the same conversation
   * @return empty if there is nothing to rewrite or no proposal is clean
   */
  public static Optional<Rewriting> rewrite(
      String draft, List<Finding> findings, Function<String, List<Finding>> lint) {
    if (findings.stream().allMatch(finding -> finding.rewrites().isEmpty())) {
      return Optional.empty();
    }
    return new Rewriter(draft, lint).rewrite(findings);
  }

  private Optional<Rewriting> rewrite(List<Finding> findings) {
    note(findings);
    Kept kept = Kept.ALL;
    for (int round = 0; round < ROUNDS; round++) {
      Reply reply = Reply.of(parts(true));
      List<Finding> left = lint.apply(reply.text());
      if (left.isEmpty() && !reply.text().isBlank()) {
        return Optional.of(new Rewriting(reply.text(), kept));
      }
      kept = blame(reply, left) ? Kept.SOME : kept;
      if (families.values().stream().allMatch(replies -> replies.current().isEmpty())) {
        break;
      }
    }
    return alone();
  }

  /** Marks the sentences that hold findings, with what leans on them. */
  private void note(List<Finding> findings) {
    for (Finding finding : findings) {
      String family = finding.family();
      replies(family).add(finding);
      int last = split.at(finding.span().end() - 1);
      for (int i = split.at(finding.span().start()); i <= last; i++) {
        sentences.get(i).found().add(family);
      }
    }
    for (int i = 1; i < sentences.size() && split.isLoose(); i++) {
      absorb(sentences.get(i - 1), sentences.get(i), Wording::leansOnPrevious);
    }
    for (int i = sentences.size() - 1; i > 0; i--) {
      absorb(sentences.get(i), sentences.get(i - 1), this::leansOnNext);
    }
  }

  private boolean leansOnNext(String sentence) {
    return Wording.isAnswer(sentence)
        || (split.isLoose() && (Wording.opens(sentence) || isAboutTheSame(sentence)));
  }

  private boolean isAboutTheSame(String sentence) {
    return families.values().stream()
        .flatMap(replies -> replies.current().stream())
        .anyMatch(rewrite -> Wording.sharesTopic(sentence, rewrite));
  }

  /** What leans on a sentence with findings goes with it. */
  private static void absorb(Sentence found, Sentence beside, Predicate<String> leans) {
    if (!found.isInnocent()
        && beside.isInnocent()
        && !Wording.isGreeting(beside.text())
        && leans.test(beside.text())) {
      beside.found().addAll(found.found());
    }
  }

  private Replies replies(String family) {
    return families.computeIfAbsent(family, name -> new Replies());
  }

  /** The innocent sentences, and each family's rewrite at the place of its first. */
  private List<Reply.Part> parts(boolean withInnocent) {
    List<Reply.Part> parts = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      if (sentence.isInnocent() && withInnocent) {
        parts.add(new Reply.Part(sentence.text(), i, null));
      }
      for (String family : sentence.found()) {
        Optional<String> rewrite = replies(family).current();
        if (rewrite.isPresent() && told.add(family)) {
          parts.add(new Reply.Part(rewrite.get(), i, family));
        }
      }
    }
    return parts;
  }

  /**
   * Blames the part that holds most of each thing still found, a rewrite before a sentence of the
   * draft; returns whether one was innocent so far.
   */
  private boolean blame(Reply reply, List<Finding> left) {
    boolean innocent = false;
    Set<String> advanced = new HashSet<>();
    for (Finding finding : left.subList(0, Math.min(left.size(), BLAMED))) {
      Optional<Reply.Part> part = reply.mostOf(finding.span());
      if (part.isEmpty()) {
        continue;
      }
      String own = part.get().family();
      innocent |= own == null;
      if (own != null && advanced.add(own)) {
        replies(own).tried++;
      }
      if (own == null || replies(own).current().isEmpty()) {
        replies(finding.family()).add(finding);
        sentences.get(part.get().sentence()).found().add(finding.family());
      }
    }
    return innocent;
  }

  /** The rewrites without the draft: all together, then one of the gravest family. */
  private Optional<Rewriting> alone() {
    families.values().forEach(replies -> replies.tried = 0);
    List<String> proposals = new ArrayList<>(List.of(Reply.of(parts(false)).text()));
    families.values().stream()
        .flatMap(replies -> replies.findings.stream())
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .forEach(finding -> proposals.addAll(finding.rewrites()));
    return proposals.stream()
        .distinct()
        .filter(text -> !text.isBlank() && lint.apply(text).isEmpty())
        .findFirst()
        .map(text -> new Rewriting(text, Kept.NONE));
  }
}
