package com.replylinter.judge;

import com.replylinter.LintRequest;
import com.replylinter.judge.CompiledBook.Entry;
import com.replylinter.judge.CompiledRule.CompiledPattern;
import com.replylinter.judge.Judge.Inquiry;
import com.replylinter.judge.Judge.Judgement;
import com.replylinter.match.Hit;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.Scan;
import com.replylinter.phrasebook.Rule;
import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request being judged. Lives for one request. */
final class Hearing {
  private final CompiledBook book;
  private final PatternIndex index;
  private final Circumstances circumstances;
  private final String text;
  private final Readings readings;
  private final Reading draft;
  private final Scan scan;
  private final Conversation conversation;
  private final Defence defence;
  private final Mentions mentions;
  private final Candidates candidates;

  Hearing(CompiledBook book, LintRequest request, Readings readings, Candidates candidates) {
    this(
        book,
        Circumstances.of(request, book.book().on(request.shop().platform())),
        request.draft(),
        new Conversation(book, request.conversation(), readings),
        readings,
        candidates);
  }

  private Hearing(
      CompiledBook book,
      Circumstances circumstances,
      String text,
      Conversation conversation,
      Readings readings,
      Candidates candidates) {
    this.book = book;
    this.index = book.index();
    this.circumstances = circumstances;
    this.text = text;
    this.readings = readings;
    this.draft = readings.of(text);
    this.scan = draft.scan();
    this.conversation = conversation;
    this.defence = new Defence(book, circumstances, text, scan, conversation);
    this.mentions = new Mentions(book, scan, conversation);
    this.candidates = candidates;
  }

  static Inquiry inquiry(CompiledBook book, LintRequest request, Readings readings) {
    Candidates candidates = Candidates.explained();
    Hearing hearing = new Hearing(book, request, readings, candidates);
    Judgement judgement = hearing.judgement();
    return new Inquiry(
        judgement,
        candidates.aside(),
        hearing.scan.text(),
        Listening.of(book, hearing.scan, hearing.conversation));
  }

  Judgement judgement() {
    if (scan.text().length() == 0) {
      return new Judgement(List.of(), conversation.isComplete(), List.of(), mentions);
    }
    match();
    notice();
    Resemblance resemblance = book.resemblance();
    if (resemblance != null) {
      new SecondOpinion(book, resemblance, circumstances, scan, conversation, defence, candidates)
          .ask();
    }
    boolean complete = stitch();
    List<Candidate> all = new ArrayList<>();
    for (List<Candidate> own : candidates.each()) {
      all.addAll(Overlaps.resolve(own, this::passOver));
    }
    return new Judgement(
        Overlaps.withoutReplaced(all), complete && isComplete(), scan.text().disguises(), mentions);
  }

  private boolean isComplete() {
    return scan.isComplete() && conversation.isComplete();
  }

  /** Finds every place where a pattern matches. */
  private void match() {
    BitSet due = (BitSet) draft.due().clone();
    for (int turn : conversation.openTurns()) {
      due.or(conversation.reading(turn).topics());
    }
    for (int number = due.nextSetBit(0); number >= 0; number = due.nextSetBit(number + 1)) {
      if (draft.says(number)) {
        weigh(book.entries().get(number), null);
      }
    }
    List<Integer> asking = conversation.askingTurns();
    if (!asking.isEmpty()) {
      matchAnswers(asking);
    }
  }

  /** Finds what is an offence as an answer to these turns, which come newest first. */
  private void matchAnswers(List<Integer> asking) {
    BitSet decided = new BitSet(); // an older message that asks the same decides nothing more
    for (int turn : asking) {
      BitSet asked = conversation.reading(turn).asked();
      for (int number = asked.nextSetBit(0); number >= 0; number = asked.nextSetBit(number + 1)) {
        if (!decided.get(number)) {
          decided.set(number);
          if (draft.says(number)) {
            weigh(book.entries().get(number), turn);
          }
        }
      }
    }
  }

  /** Adds what no pattern can say of a draft, such as that it repeats an earlier reply. */
  private void notice() {
    for (Entry entry : book.noticed()) {
      Notice notice = entry.clue().notice();
      boolean concerned =
          circumstances.apply(entry.rule().rule()) && circumstances.hold(entry.when());
      if (notice != null && concerned && notice.holds(text, scan.text(), conversation.inOrder())) {
        Hit whole = new Hit(0, scan.text().length(), List.of());
        String name = String.valueOf(entry.clue().written().notice());
        enlist(entry, whole, new Origin.Noticed(name), null, null);
      }
    }
  }

  /**
   * Adds the offences that only the draft and the sends before it tell together; false if the
   * segmenter failed.
   */
  private boolean stitch() {
    Stitched stitched = Stitched.of(text, conversation);
    if (stitched == null) {
      return true;
    }
    Hearing joined =
        new Hearing(
            book, circumstances, stitched.text(), stitched.before(), readings, Candidates.judged());
    joined.match();
    int folded = joined.scan.text().indexOf(stitched.draftStart());
    for (List<Candidate> found : joined.candidates.each()) {
      for (Candidate each : found) {
        Span span = stitched.inDraft(each.span());
        if (span != null && each.rule().kind() != Rule.Kind.STYLE) {
          Hit hit = new Hit(0, each.hit().end() - folded, List.of());
          addJoined(each.at(hit, span, stitched.turnOf(each.span())));
        }
      }
    }
    return joined.isComplete();
  }

  /** What the draft says by itself needs no earlier send, and what several say counts once. */
  private void addJoined(Candidate candidate) {
    List<Candidate> own = candidates.of(candidate.rule());
    Optional<Candidate> kept = own.stream().filter(Candidate::kept).findFirst();
    if (kept.isPresent()) {
      candidates.setAside(candidate, Dismissal.settledBy(kept.get()));
    } else {
      own.add(candidate);
    }
  }

  private void weigh(Entry entry, @Nullable Integer questionTurn) {
    Rule rule = entry.rule().rule();
    boolean concerned = circumstances.apply(rule) && circumstances.hold(entry.when());
    if (!concerned && !candidates.keepsAside()) {
      return;
    }
    Integer turn = questionTurn;
    Dismissal silence = concerned ? null : circumstances.silence(rule, entry.when());
    boolean isOpen = false;
    for (CompiledPattern say : entry.say()) {
      if (!index.mayOccur(scan, say.compiled())) {
        continue;
      }
      List<Hit> hits = index.matches(scan, say.compiled());
      if (!hits.isEmpty() && !isOpen) {
        CompiledPattern topic = entry.clue().about();
        if (topic != null && !index.occurs(scan, topic.compiled())) {
          turn = conversation.turnAbout(topic.compiled());
          if (turn == null) {
            return;
          }
        }
        if (silence == null && isTooSeldom(entry)) {
          silence = Dismissal.tooSeldom(entry.clue().written().times());
        }
        isOpen = true;
      }
      Origin origin = new Origin.Written(entry.clue().written(), say.written());
      for (Hit hit : hits) {
        enlist(entry, hit, origin, turn, silence);
      }
    }
  }

  /** Whether the shop has not said it often enough, the draft included. */
  private boolean isTooSeldom(Entry entry) {
    int before = entry.clue().written().times() - 1;
    return before > 0 && conversation.shopTurnsSaying(entry.clue().say()) < before;
  }

  /**
   * Adds a candidate.
   *
   * @param silence why its entry does not speak here and now; null if it does
   */
  private void enlist(
      Entry entry, Hit hit, Origin origin, @Nullable Integer turn, @Nullable Dismissal silence) {
    Rule rule = entry.rule().rule();
    boolean sure = entry.clue().written().sure();
    Candidate candidate = new Candidate(rule, hit, span(hit), origin, turn, sure, null);
    if (silence != null) {
      candidates.setAside(candidate, silence);
    } else {
      Dismissal dismissal = defence.asNoAnswer(turn);
      dismissal = dismissal == null ? defence.of(entry, hit) : dismissal;
      candidates.of(rule).add(dismissal == null ? candidate : candidate.dismissed(dismissal));
    }
  }

  private void passOver(Candidate candidate, Candidate speaker) {
    Dismissal own = candidate.dismissal();
    candidates.setAside(
        candidate, own == null ? Dismissal.overlapped(speaker.span().of(text)) : own);
  }

  private Span span(Hit hit) {
    return scan.text().original(hit.start(), hit.end());
  }
}
