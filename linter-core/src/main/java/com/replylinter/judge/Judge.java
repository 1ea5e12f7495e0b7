package com.replylinter.judge;

import com.replylinter.LintRequest;
import com.replylinter.judge.Candidate.Cause;
import com.replylinter.judge.Candidate.Dismissal;
import com.replylinter.judge.CompiledRule.CompiledClue;
import com.replylinter.judge.CompiledRule.CompiledExceptions;
import com.replylinter.match.Hit;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.PatternIndex.Compiled;
import com.replylinter.match.Scan;
import com.replylinter.normalize.NormalizedText.Disguise;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.text.Span;
import com.replylinter.token.Tokenizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds candidates and decides which of them are offences.
 *
 * <p>Immutable and thread-safe.
 */
public final class Judge {
  /** Most characters between a match and an exception that clears it. */
  private static final int EXCEPTION_REACH = 12;

  private final PatternIndex index;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry> noticed = new ArrayList<>();
  private final BitSet inDrafts = new BitSet();
  private final BitSet asTopics = new BitSet();
  private final BitSet inQuestions = new BitSet();
  private final Frames frames;
  private final Map<RuleId, CompiledRule> rules = new HashMap<>();
  private final @Nullable Resemblance resemblance;

  /**
   * What a numbered pattern of the index starts: {@code say} are the patterns to find in the draft.
   */
  private record Entry(CompiledRule rule, CompiledClue clue, List<Compiled> say) {}

  /**
   * What the judge says.
   *
   * @param candidates every place where a rule matched, in order of their spans
   * @param complete whether all evidence was at hand
   * @param disguises what the draft spells otherwise than it is read
   */
  public record Judgement(List<Candidate> candidates, boolean complete, List<Disguise> disguises) {}

  /** Compiles a phrasebook. */
  public Judge(Phrasebook book, Tokenizer tokenizer) {
    PatternIndex.Builder builder = new PatternIndex.Builder(book.words(), book.variants());
    List<String> sample = new ArrayList<>();
    for (Rule rule : book.rules()) {
      rule.examples().forEach(example -> sample.add(example.draft()));
      if (rule.status() == Rule.Status.STABLE) {
        CompiledRule each = CompiledRule.of(rule, builder);
        each.clues().forEach(clue -> enter(each, clue));
        rules.put(rule.id(), each);
      }
    }
    Frames.Lists lists = Frames.Lists.of(builder);
    this.index = builder.build(tokenizer, sample);
    this.frames = new Frames(index, lists);
    this.resemblance = Resemblance.of(book, tokenizer);
  }

  private void enter(CompiledRule rule, CompiledClue clue) {
    if (clue.notice() != null) {
      noticed.add(new Entry(rule, clue, List.of()));
      return;
    }
    if (clue.asked() != null || clue.about() != null) {
      if (clue.asked() != null) {
        inQuestions.set(entries.size());
      } else {
        asTopics.set(entries.size());
        inDrafts.set(entries.size());
      }
      entries.add(new Entry(rule, clue, clue.say()));
      return;
    }
    for (Compiled say : clue.say()) {
      inDrafts.set(entries.size());
      entries.add(new Entry(rule, clue, List.of(say)));
    }
  }

  /**
   * Judges one draft. If the segmenter fails, matches that it would have verified count, and the
   * result is incomplete.
   */
  public Judgement judge(LintRequest request) {
    Scan scan = index.scan(request.draft());
    if (scan.text().length() == 0) {
      return new Judgement(List.of(), true, List.of());
    }
    Conversation conversation = new Conversation(index, request.conversation());
    Map<RuleId, List<Candidate>> byRule = match(scan, conversation, request);
    for (Entry entry : noticed) {
      Notice notice = entry.clue().notice();
      if (notice != null
          && !isOff(entry.rule().rule(), request)
          && notice.holds(request, scan.text())) {
        Hit whole = new Hit(0, scan.text().length(), List.of());
        enlist(List.of(whole), entry, null, scan, conversation, byRule);
      }
    }
    askSecondOpinion(scan, request, byRule);
    boolean complete = stitch(request, byRule);
    List<Candidate> all = new ArrayList<>();
    for (List<Candidate> own : byRule.values()) {
      all.addAll(Overlaps.withoutOverlaps(own));
    }
    return new Judgement(
        Overlaps.withoutReplaced(all),
        complete && scan.isComplete() && conversation.isComplete(),
        scan.text().disguises());
  }

  /** Every place where a pattern matches. */
  private Map<RuleId, List<Candidate>> match(
      Scan scan, Conversation conversation, LintRequest request) {
    Map<RuleId, List<Candidate>> byRule = new TreeMap<>();
    BitSet due = index.due(scan, inDrafts);
    for (int turn : conversation.openTurns()) {
      due.or(index.due(conversation.scan(turn), asTopics));
    }
    for (int number = due.nextSetBit(0); number >= 0; number = due.nextSetBit(number + 1)) {
      weigh(entries.get(number), null, scan, conversation, request, byRule);
    }
    for (int turn : conversation.askingTurns()) {
      BitSet asked = index.due(conversation.scan(turn), inQuestions);
      for (int number = asked.nextSetBit(0); number >= 0; number = asked.nextSetBit(number + 1)) {
        Compiled question = entries.get(number).clue().asked();
        if (question != null && index.occurs(conversation.scan(turn), question)) {
          weigh(entries.get(number), turn, scan, conversation, request, byRule);
        }
      }
    }
    return byRule;
  }

  /**
   * Adds the offences that only the draft and the sends before it tell together; false if the
   * segmenter failed.
   */
  private boolean stitch(LintRequest request, Map<RuleId, List<Candidate>> byRule) {
    Stitched stitched = Stitched.of(request);
    if (stitched == null) {
      return true;
    }
    Scan scan = index.scan(stitched.text());
    Conversation conversation = new Conversation(index, stitched.before());
    int folded = scan.text().indexOf(stitched.draftStart());
    match(scan, conversation, request)
        .forEach(
            (rule, candidates) -> {
              for (Candidate each : candidates) {
                Span span = stitched.inDraft(each.span());
                if (span != null
                    && each.rule().kind() != Rule.Kind.STYLE
                    && !hasKept(byRule.getOrDefault(rule, List.of()))) {
                  Hit hit = new Hit(0, each.hit().end() - folded, List.of());
                  byRule
                      .computeIfAbsent(rule, id -> new ArrayList<>())
                      .add(each.at(hit, span, stitched.turnOf(each.span())));
                }
              }
            });
    return scan.isComplete() && conversation.isComplete();
  }

  private static boolean hasKept(List<Candidate> candidates) {
    return candidates.stream().anyMatch(Candidate::kept);
  }

  private void weigh(
      Entry entry,
      @Nullable Integer questionTurn,
      Scan scan,
      Conversation conversation,
      LintRequest request,
      Map<RuleId, List<Candidate>> byRule) {
    if (isOff(entry.rule().rule(), request)) {
      return;
    }
    List<Hit> hits = new ArrayList<>();
    for (Compiled say : entry.say()) {
      if (index.mayOccur(scan, say)) {
        hits.addAll(index.matches(scan, say));
      }
    }
    if (hits.isEmpty()) {
      return;
    }
    Integer turn = questionTurn;
    Compiled topic = entry.clue().about();
    if (topic != null && !index.occurs(scan, topic)) {
      turn = conversation.turnAbout(topic);
      if (turn == null) {
        return;
      }
    }
    int before = entry.clue().times() - 1;
    if (before > 0 && conversation.shopTurnsSaying(entry.clue().say()) < before) {
      return;
    }
    enlist(hits, entry, turn, scan, conversation, byRule);
  }

  private static boolean isOff(Rule rule, LintRequest request) {
    return !rule.shop().holdsFor(request.shop())
        || (!request.shop().off().isEmpty() && request.shop().off().contains(rule.id().toString()));
  }

  private void enlist(
      List<Hit> hits,
      Entry entry,
      @Nullable Integer turn,
      Scan scan,
      Conversation conversation,
      Map<RuleId, List<Candidate>> byRule) {
    Rule rule = entry.rule().rule();
    for (Hit hit : hits) {
      Dismissal dismissal = dismissal(entry.rule(), entry.clue(), hit, scan, conversation);
      Candidate candidate =
          new Candidate(rule, hit, scan.text().original(hit.start(), hit.end()), turn, dismissal);
      byRule.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(candidate);
    }
  }

  private void askSecondOpinion(
      Scan scan, LintRequest request, Map<RuleId, List<Candidate>> byRule) {
    if (resemblance == null) {
      return;
    }
    Resemblance.Opinion opinion = resemblance.opinion(scan.text(), request.conversation());
    byRule
        .values()
        .forEach(
            own ->
                own.replaceAll(
                    candidate ->
                        candidate.kept() && opinion.isUnlikely(candidate.rule())
                            ? candidate.unlikely()
                            : candidate));
    for (Resemblance.Suspicion suspicion : opinion.suspicions()) {
      Rule rule = suspicion.rule();
      Hit hit = suspicion.hit();
      if (rules.containsKey(rule.id())
          && !isOff(rule, request)
          && (suspicion.isStrong() || !hasSpoken(rule.id().family(), resemblance, byRule))
          && !isSettled(rule.id().family(), resemblance, byRule)) {
        byRule
            .computeIfAbsent(rule.id(), id -> new ArrayList<>())
            .add(
                new Candidate(rule, hit, scan.text().original(hit.start(), hit.end()), null, null));
      }
    }
  }

  /** Whether a pattern of the family's learned rules matched at all. */
  private static boolean hasSpoken(
      String family, Resemblance opinion, Map<RuleId, List<Candidate>> byRule) {
    for (RuleId id : byRule.keySet()) {
      if (id.family().equals(family) && opinion.knows(id)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether patterns of the family's learned rules found an offence, or one that its surroundings
   * make harmless.
   */
  private static boolean isSettled(
      String family, Resemblance opinion, Map<RuleId, List<Candidate>> byRule) {
    for (Map.Entry<RuleId, List<Candidate>> entry : byRule.entrySet()) {
      if (entry.getKey().family().equals(family)
          && opinion.knows(entry.getKey())
          && entry.getValue().stream().anyMatch(each -> each.kept() || each.isFramed())) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Dismissal dismissal(
      CompiledRule rule, CompiledClue clue, Hit hit, Scan scan, Conversation conversation) {
    String frame = frames.excuse(scan, hit, rule.rule().kind());
    if (frame != null) {
      return new Dismissal(Cause.FRAME, frame);
    }
    String exception = exception(rule.exceptions(), hit, scan, conversation);
    if (exception == null) {
      exception = exception(clue.exceptions(), hit, scan, conversation);
    }
    return exception == null ? null : new Dismissal(Cause.EXCEPTION, exception);
  }

  private @Nullable String exception(
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
    for (Compiled exception : exceptions.said()) {
      if (conversation.shopSaid(exception)) {
        return "客服已经说过";
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
}
