package com.replylinter.judge;

import com.replylinter.LintRequest;
import com.replylinter.Turn;
import com.replylinter.judge.Candidate.Dismissal;
import com.replylinter.judge.CompiledRule.CompiledClue;
import com.replylinter.match.Hit;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.PatternIndex.Compiled;
import com.replylinter.match.Scan;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.NormalizedText.Disguise;
import com.replylinter.normalize.TextNormalizer;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.phrasebook.Template;
import com.replylinter.text.Span;
import com.replylinter.token.Tokenizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds candidates and decides which of them are offences.
 *
 * <p>Immutable and thread-safe.
 */
public final class Judge {
  private final Phrasebook book;
  private final PatternIndex index;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry> noticed = new ArrayList<>();
  private final BitSet inDrafts = new BitSet();
  private final BitSet asTopics = new BitSet();
  private final BitSet inQuestions = new BitSet();
  private final Frames frames;
  private final Dismissals dismissals;
  private final Compiled greeting;
  private final Traps traps;
  private final Map<RuleId, CompiledRule> rules = new HashMap<>();
  private final Map<String, Compiled> slots = new HashMap<>();
  private final @Nullable Resemblance resemblance;

  /** The rules' own rewrites, folded: what they recommend resembles no offence. */
  private final Set<String> recommended = new HashSet<>();

  /**
   * What a numbered pattern of the index starts: {@code say} are the patterns to find in the draft.
   */
  private record Entry(CompiledRule rule, CompiledClue clue, List<Compiled> say) {}

  /**
   * A trap question of the buyer that is still open.
   *
   * @param rule the rule that knows it
   * @param turn the conversation turn that asks, counted from 0
   */
  public record Bait(Rule rule, int turn) {}

  /**
   * What the judge says.
   *
   * @param candidates every place where a rule matched, in order of their spans
   * @param baits the trap questions that the draft is to answer
   * @param complete whether all evidence was at hand
   * @param disguises what the draft spells otherwise than it is read
   * @param mentions what the draft names
   */
  public record Judgement(
      List<Candidate> candidates,
      List<Bait> baits,
      boolean complete,
      List<Disguise> disguises,
      Mentions mentions) {}

  /** Compiles a phrasebook. */
  public Judge(Phrasebook book, Tokenizer tokenizer) {
    this.book = book;
    PatternIndex.Builder builder = new PatternIndex.Builder(book.words(), book.variants());
    List<String> sample = new ArrayList<>();
    Map<Integer, Traps.Clue> trapClues = new HashMap<>();
    for (Rule rule : book.rules()) {
      rule.examples().forEach(example -> sample.add(example.draft()));
      if (rule.status() == Rule.Status.STABLE) {
        CompiledRule each = CompiledRule.of(rule, builder);
        each.clues().forEach(clue -> enter(each, clue, trapClues));
        rules.put(rule.id(), each);
        rule.everyRewrite().forEach(text -> recommended.add(TextNormalizer.fold(text)));
        rule.everyRewrite().stream()
            .filter(Template::hasSlots)
            .flatMap(rewrite -> Template.of(rewrite).slots().stream())
            .forEach(slot -> slots.computeIfAbsent(slot, builder::add));
      }
    }
    Frames.Lists lists = Frames.Lists.of(builder);
    this.greeting = builder.add("招呼");
    Compiled othersOrder = builder.add("他人的单");
    this.index = builder.build(tokenizer, sample);
    this.frames = new Frames(index, lists);
    this.dismissals = new Dismissals(index, frames, new OwnData(index, othersOrder));
    this.traps = new Traps(index, dismissals, trapClues);
    this.resemblance = Resemblance.of(book, tokenizer);
  }

  private void enter(CompiledRule rule, CompiledClue clue, Map<Integer, Traps.Clue> trapClues) {
    if (rule.rule().kind() == Rule.Kind.TRAP) {
      for (Compiled say : clue.say()) {
        trapClues.put(entries.size(), new Traps.Clue(rule, clue, say));
        entries.add(new Entry(rule, clue, List.of(say)));
      }
      return;
    }
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
    Circumstances circumstances = Circumstances.of(request, book.on(request.shop().platform()));
    List<Turn> turns = circumstances.platform().read(request.conversation());
    Conversation conversation = conversation(turns, circumstances);
    List<Bait> baits = traps.open(conversation, circumstances);
    Scan scan = scan(request.draft(), circumstances);
    Mentions mentions = new Mentions(index, frames, rules, slots, scan, conversation);
    if (scan.text().length() == 0) {
      return new Judgement(List.of(), baits, conversation.isComplete(), List.of(), mentions);
    }
    Map<RuleId, List<Candidate>> byRule = match(scan, conversation, circumstances);
    notice(request, scan, conversation, circumstances, byRule);
    askSecondOpinion(scan, turns, conversation, circumstances, byRule);
    boolean complete = stitch(request, circumstances, byRule);
    List<Candidate> all = new ArrayList<>();
    for (List<Candidate> own : byRule.values()) {
      all.addAll(Overlaps.withoutOverlaps(own));
    }
    return new Judgement(
        Overlaps.withoutReplaced(all),
        baits,
        complete && scan.isComplete() && conversation.isComplete(),
        scan.text().disguises(),
        mentions);
  }

  /** A text of the agent, read in the rules' own words. */
  private Scan scan(String text, Circumstances circumstances) {
    NormalizedText normalized = circumstances.platform().read(book.variants().normalize(text));
    return index.scan(normalized, circumstances.hosts());
  }

  private Conversation conversation(List<Turn> turns, Circumstances circumstances) {
    return new Conversation(index, greeting, turns, circumstances.hosts());
  }

  /** Adds what no pattern can say of a draft, such as that it repeats an earlier reply. */
  private void notice(
      LintRequest request,
      Scan scan,
      Conversation conversation,
      Circumstances circumstances,
      Map<RuleId, List<Candidate>> byRule) {
    for (Entry entry : noticed) {
      Notice notice = entry.clue().notice();
      if (notice != null
          && circumstances.apply(entry.rule().rule())
          && circumstances.hold(entry.clue().when())
          && notice.holds(request, scan.text())) {
        Hit whole = new Hit(0, scan.text().length(), List.of());
        enlist(List.of(whole), entry, null, scan, conversation, circumstances, byRule);
      }
    }
  }

  /** Every place where a pattern matches. */
  private Map<RuleId, List<Candidate>> match(
      Scan scan, Conversation conversation, Circumstances circumstances) {
    Map<RuleId, List<Candidate>> byRule = new TreeMap<>();
    BitSet due = index.due(scan, inDrafts);
    for (int turn : conversation.openTurns()) {
      due.or(index.due(conversation.scan(turn), asTopics));
    }
    for (int number = due.nextSetBit(0); number >= 0; number = due.nextSetBit(number + 1)) {
      weigh(entries.get(number), null, scan, conversation, circumstances, byRule);
    }
    for (int turn : conversation.askingTurns()) {
      BitSet asked = index.due(conversation.scan(turn), inQuestions);
      for (int number = asked.nextSetBit(0); number >= 0; number = asked.nextSetBit(number + 1)) {
        Compiled question = entries.get(number).clue().asked();
        if (question != null && index.occurs(conversation.scan(turn), question)) {
          weigh(entries.get(number), turn, scan, conversation, circumstances, byRule);
        }
      }
    }
    return byRule;
  }

  /**
   * Adds the offences that only the draft and the sends before it tell together; false if the
   * segmenter failed.
   */
  private boolean stitch(
      LintRequest request, Circumstances circumstances, Map<RuleId, List<Candidate>> byRule) {
    Stitched stitched = Stitched.of(request);
    if (stitched == null) {
      return true;
    }
    Scan scan = scan(stitched.text(), circumstances);
    Conversation conversation =
        conversation(circumstances.platform().read(stitched.before()), circumstances);
    int folded = scan.text().indexOf(stitched.draftStart());
    match(scan, conversation, circumstances)
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
      Circumstances circumstances,
      Map<RuleId, List<Candidate>> byRule) {
    Rule rule = entry.rule().rule();
    if (!circumstances.apply(rule) || !circumstances.hold(entry.clue().when())) {
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
    enlist(hits, entry, turn, scan, conversation, circumstances, byRule);
  }

  private void enlist(
      List<Hit> hits,
      Entry entry,
      @Nullable Integer turn,
      Scan scan,
      Conversation conversation,
      Circumstances circumstances,
      Map<RuleId, List<Candidate>> byRule) {
    Rule rule = entry.rule().rule();
    for (Hit hit : hits) {
      Dismissal dismissal =
          dismissals.of(entry.rule(), entry.clue(), hit, scan, conversation, circumstances);
      Candidate candidate =
          new Candidate(
              rule,
              hit,
              scan.text().original(hit.start(), hit.end()),
              turn,
              entry.clue().sure(),
              dismissal);
      byRule.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(candidate);
    }
  }

  private void askSecondOpinion(
      Scan scan,
      List<Turn> turns,
      Conversation conversation,
      Circumstances circumstances,
      Map<RuleId, List<Candidate>> byRule) {
    if (resemblance == null) {
      return;
    }
    Resemblance.Opinion opinion = resemblance.opinion(scan.text(), turns);
    byRule
        .values()
        .forEach(
            own ->
                own.replaceAll(
                    candidate ->
                        candidate.kept()
                                && !candidate.sure()
                                && opinion.isUnlikely(candidate.rule())
                            ? candidate.unlikely()
                            : candidate));
    if (recommended.contains(scan.text().text())) {
      return;
    }
    for (Resemblance.Suspicion suspicion : opinion.suspicions()) {
      Rule rule = suspicion.rule();
      Hit hit = suspicion.hit();
      CompiledRule compiled = rules.get(rule.id());
      if (compiled != null
          && circumstances.apply(rule)
          && !dismissals.isAllowed(compiled, hit, scan, circumstances)
          && (suspicion.isStrong() || !hasSpoken(rule.id().family(), resemblance, byRule))
          && !isSettled(rule.id().family(), resemblance, byRule)
          && !isNumber(hit, scan)) {
        Dismissal dismissal = dismissals.ofOwnData(compiled, hit, scan, conversation);
        byRule
            .computeIfAbsent(rule.id(), id -> new ArrayList<>())
            .add(
                new Candidate(
                    rule,
                    hit,
                    scan.text().original(hit.start(), hit.end()),
                    null,
                    false,
                    dismissal));
      }
    }
  }

  /** The digits of a phone, or an e-mail address, have no wording that could resemble anything. */
  private static boolean isNumber(Hit hit, Scan scan) {
    return scan.identifiers().stream().anyMatch(number -> number.hit().covers(hit))
        || scan.emails().stream().anyMatch(email -> email.covers(hit));
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
          && entry.getValue().stream().anyMatch(each -> each.kept() || each.isSurelyHarmless())) {
        return true;
      }
    }
    return false;
  }
}
