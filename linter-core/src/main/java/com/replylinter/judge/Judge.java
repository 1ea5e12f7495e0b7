package com.replylinter.judge;

import com.replylinter.LintRequest;
import com.replylinter.judge.CompiledRule.CompiledClue;
import com.replylinter.judge.CompiledRule.CompiledExceptions;
import com.replylinter.match.Hit;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.PatternIndex.Compiled;
import com.replylinter.match.Scan;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.token.Tokenizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds candidates and decides which of them are offences.
 *
 * <p>Immutable and thread-safe.
 */
public final class Judge {
  /** Most characters between a match and an exception that clears it. */
  private static final int EXCEPTION_REACH = 12;

  private static final Comparator<Candidate> LONGEST_FIRST =
      Comparator.comparingInt((Candidate candidate) -> -candidate.hit().length())
          .thenComparingInt(candidate -> candidate.hit().start());

  private final PatternIndex index;
  private final List<Entry> entries;
  private final Frames frames;

  /** One pattern of a clue, at its number in the index. */
  private record Entry(CompiledRule rule, CompiledClue clue, Compiled say) {}

  /** What the judge says: every candidate, and whether all evidence was at hand. */
  public record Judgement(List<Candidate> candidates, boolean complete) {}

  /** Compiles a phrasebook. */
  public Judge(Phrasebook book, Tokenizer tokenizer) {
    PatternIndex.Builder builder = new PatternIndex.Builder(book.words());
    List<Entry> compiled = new ArrayList<>();
    for (Rule rule : book.rules()) {
      if (rule.status() == Rule.Status.STABLE) {
        CompiledRule each = CompiledRule.of(rule, builder);
        each.clues()
            .forEach(clue -> clue.say().forEach(say -> compiled.add(new Entry(each, clue, say))));
      }
    }
    Frames.Lists lists = Frames.Lists.of(builder);
    this.index = builder.build(tokenizer);
    this.entries = compiled;
    this.frames = new Frames(index, lists);
  }

  /**
   * Judges one draft. If the segmenter fails, matches that it would have verified count, and the
   * result is incomplete.
   */
  public Judgement judge(LintRequest request) {
    Scan scan = index.scan(request.draft());
    if (scan.text().length() == 0) {
      return new Judgement(List.of(), true);
    }
    try {
      return new Judgement(candidates(scan, request, true), true);
    } catch (Tokenizer.TokenizerException e) {
      return new Judgement(candidates(scan, request, false), false);
    }
  }

  private List<Candidate> candidates(Scan scan, LintRequest request, boolean verify) {
    BitSet due = index.due(scan);
    if (due.isEmpty()) {
      return List.of();
    }
    Conversation conversation = new Conversation(index, request.conversation());
    List<Candidate> all = new ArrayList<>();
    List<Candidate> own = new ArrayList<>();
    Rule rule = null;
    for (int number = due.nextSetBit(0); number >= 0; number = due.nextSetBit(number + 1)) {
      Entry entry = entries.get(number);
      if (rule == null || !rule.id().equals(entry.rule().rule().id())) {
        all.addAll(withoutOverlaps(own));
        own.clear();
        rule = entry.rule().rule();
      }
      if (rule.shop().holdsFor(request.shop())) {
        weigh(entry, scan, conversation, own, verify);
      }
    }
    all.addAll(withoutOverlaps(own));
    return withoutReplaced(all);
  }

  private void weigh(
      Entry entry, Scan scan, Conversation conversation, List<Candidate> out, boolean verify) {
    CompiledRule rule = entry.rule();
    CompiledClue clue = entry.clue();
    if ((clue.asked() != null && conversation.isEmpty())
        || index.roughMatches(scan, entry.say()).isEmpty()) {
      return;
    }
    Integer turn = null;
    if (clue.asked() != null) {
      turn = conversation.turnAsking(clue.asked());
      if (turn == null) {
        return;
      }
    }
    if (clue.about() != null && !index.occurs(scan, clue.about())) {
      turn = conversation.turnAbout(clue.about());
      if (turn == null) {
        return;
      }
    }
    List<Hit> hits =
        verify ? index.matches(scan, entry.say()) : index.roughMatches(scan, entry.say());
    for (Hit hit : hits) {
      Candidate candidate =
          new Candidate(rule.rule(), hit, scan.text().original(hit.start(), hit.end()), turn, null);
      String reason = verify ? excuse(rule, clue, hit, scan, conversation) : null;
      out.add(reason == null ? candidate : candidate.dropped(reason));
    }
  }

  private @Nullable String excuse(
      CompiledRule rule, CompiledClue clue, Hit hit, Scan scan, Conversation conversation) {
    String frame = frames.excuse(scan, hit, rule.rule().kind());
    if (frame != null) {
      return frame;
    }
    String exception = excuse(rule.exceptions(), hit, scan, conversation);
    return exception != null ? exception : excuse(clue.exceptions(), hit, scan, conversation);
  }

  private @Nullable String excuse(
      CompiledExceptions exceptions, Hit hit, Scan scan, Conversation conversation) {
    if (isExcepted(exceptions.near(), hit, scan)) {
      return "例外";
    }
    for (Compiled exception : exceptions.anywhere()) {
      if (index.occurs(scan, exception)) {
        return "整句里有例外";
      }
    }
    for (Compiled exception : exceptions.asked()) {
      if (conversation.turnAsking(exception) != null) {
        return "买家问的是别的";
      }
    }
    return null;
  }

  private boolean isExcepted(List<Compiled> exceptions, Hit hit, Scan scan) {
    for (Compiled exception : exceptions) {
      for (Hit innocent : index.matches(scan, exception)) {
        if (innocent.distance(hit) <= EXCEPTION_REACH && sharesClause(scan, innocent, hit)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean sharesClause(Scan scan, Hit a, Hit b) {
    return scan.text().clauseAt(a.start()) <= scan.text().clauseAt(b.end() - 1)
        && scan.text().clauseAt(b.start()) <= scan.text().clauseAt(a.end() - 1);
  }

  /**
   * Of one rule's candidates that overlap, the longest speaks for all; a kept one goes before a
   * dropped one.
   */
  private static List<Candidate> withoutOverlaps(List<Candidate> candidates) {
    if (candidates.size() < 2) {
      return List.copyOf(candidates);
    }
    List<Candidate> sorted = new ArrayList<>(candidates);
    sorted.sort(
        Comparator.comparing((Candidate candidate) -> !candidate.kept())
            .thenComparing(LONGEST_FIRST));
    List<Candidate> chosen = new ArrayList<>();
    for (Candidate candidate : sorted) {
      if (chosen.stream().noneMatch(other -> other.hit().overlaps(candidate.hit()))) {
        chosen.add(candidate);
      }
    }
    chosen.sort(Comparator.comparingInt(candidate -> candidate.hit().start()));
    return chosen;
  }

  /** A more specific rule's finding replaces those of the rules it stands over. */
  private static List<Candidate> withoutReplaced(List<Candidate> candidates) {
    Set<RuleId> replaced = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (candidate.kept()) {
        replaced.addAll(candidate.rule().over());
      }
    }
    List<Candidate> result = new ArrayList<>();
    for (Candidate candidate : candidates) {
      boolean loses = candidate.kept() && replaced.contains(candidate.rule().id());
      result.add(loses ? candidate.dropped("已由更具体的规则指出") : candidate);
    }
    result.sort(Comparator.comparingInt(candidate -> candidate.span().start()));
    return result;
  }
}
