package com.replylinter.selfcheck;

import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.normalize.Variant;
import com.replylinter.normalize.Variant.Beside;
import com.replylinter.phrasebook.Example;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.phrasebook.Severity;
import com.replylinter.selfcheck.Disguise.Disguised;
import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries every bad example in every disguise and tells how many are still found.
 *
 * <p>A disguised example counts as found if its own rule reports something, no less severe, that
 * shares a character with the marked text.
 */
public final class Adversary {
  private final Linter linter;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final List<Miss> misses = new ArrayList<>();

  /** How many disguised examples of one kind there are and how many were found. */
  public record Tally(int tried, int found) {
    /** The share that was found, from 0 to 1; 1 if none was tried. */
    public double recall() {
      return tried == 0 ? 1 : (double) found / tried;
    }

    Tally plus(boolean hit) {
      return new Tally(tried + 1, found + (hit ? 1 : 0));
    }
  }

  /** A disguised example that its rule no longer finds. */
  public record Miss(String kind, RuleId rule, String draft) {}

  /**
   * What came out.
   *
   * @param byKind for each kind of disguise, by its name in Chinese
   * @param misses every disguised example that was not found
   */
  public record Outcome(Map<String, Tally> byKind, List<Miss> misses) {
    /** All kinds together. */
    public Tally all() {
      return byKind.values().stream()
          .reduce(
              new Tally(0, 0), (a, b) -> new Tally(a.tried() + b.tried(), a.found() + b.found()));
    }
  }

  private Adversary(Linter linter) {
    this.linter = linter;
  }

  /** Tries the examples of every rule that speaks. */
  public static Outcome run(Linter linter) {
    Adversary adversary = new Adversary(linter);
    for (Rule rule : linter.phrasebook().rules()) {
      if (rule.status() == Rule.Status.STABLE && rule.kind() != Rule.Kind.TRAP) {
        rule.examples().stream()
            .filter(Example::bad)
            .forEach(example -> adversary.attack(rule, example));
      }
    }
    return new Outcome(adversary.tallies, adversary.misses);
  }

  private void attack(Rule rule, Example example) {
    for (Disguise disguise : Disguise.values()) {
      attempt(disguise.label(), rule, example, disguise.apply(example.draft()));
    }
    for (Spelling kind : Spelling.values()) {
      respell(kind, example)
          .ifPresent(disguised -> attempt(kind.label(), rule, example, disguised));
    }
  }

  private void attempt(String kind, Rule rule, Example example, Disguised disguised) {
    if (disguised.text().equals(example.draft()) && !kind.equals(Disguise.PLAIN.label())) {
      return; // nothing in it to disguise
    }
    LintRequest request =
        new LintRequest(
            null, disguised.text(), example.conversation(), example.shop(), example.at());
    Severity severity = rule.voice(example.shop(), request.day()).severity();
    List<Span> marked = example.spans().stream().map(disguised::moved).toList();
    boolean found =
        linter.lint(request).findings().stream()
            .filter(finding -> finding.rule().equals(rule.id()))
            .filter(finding -> finding.severity().compareTo(severity) >= 0)
            .anyMatch(finding -> marked.stream().anyMatch(finding.span()::overlaps));
    tallies.merge(kind, new Tally(1, found ? 1 : 0), (known, one) -> known.plus(found));
    if (!found) {
      misses.add(new Miss(kind, rule.id(), disguised.text()));
    }
  }

  /**
   * The example with one of its words spelled otherwise; which spelling it is depends on the text
   * alone, so that each kind is tried with many spellings.
   */
  private Optional<Disguised> respell(Spelling kind, Example example) {
    String draft = example.draft();
    List<Disguised> all = new ArrayList<>();
    for (Variant variant : linter.phrasebook().variants().all()) {
      int at = draft.indexOf(variant.meaning());
      if (at >= 0
          && variant.beside().equals(Beside.ANYTHING)
          && Spelling.of(variant) == kind
          && !cutsLatin(draft, at, variant)) {
        all.add(replaced(draft, at, variant));
      }
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(Math.floorMod(draft.hashCode(), all.size())));
  }

  /** A Latin spelling beside other letters or digits would be no word by itself. */
  private static boolean cutsLatin(String draft, int at, Variant variant) {
    int end = at + variant.meaning().length();
    return (at > 0 && isLatin(draft.charAt(at - 1)) && isLatin(variant.spelling().charAt(0)))
        || (end < draft.length()
            && isLatin(draft.charAt(end))
            && isLatin(variant.spelling().charAt(variant.spelling().length() - 1)));
  }

  private static boolean isLatin(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private static Disguised replaced(String draft, int at, Variant variant) {
    int end = at + variant.meaning().length();
    int[] starts = new int[draft.length()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] =
          i < at ? i : i < end ? at : i + variant.spelling().length() - variant.meaning().length();
    }
    return new Disguised(
        draft.substring(0, at) + variant.spelling() + draft.substring(end), starts);
  }
}
