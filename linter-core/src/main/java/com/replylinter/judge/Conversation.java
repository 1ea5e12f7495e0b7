package com.replylinter.judge;

import com.replylinter.Turn;
import com.replylinter.judge.CompiledRule.CompiledPattern;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.PatternIndex.Compiled;
import com.replylinter.match.Scan;
import com.replylinter.normalize.NormalizedText;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The turns before a draft, scanned when first asked about. A turn is named by its index in the
 * request, whatever its time. Lives for one request.
 */
final class Conversation {
  /** A topic is open while it was named in one of this many last turns. */
  private static final int TOPIC_TURNS = 6;

  /** How many of the last turns may hold a question that is still open. */
  private static final int UNANSWERED_TURNS = 12;

  /** Turns of the shop that may stand between the buyer's question and the draft. */
  private static final int BRIDGED_TURNS = 2;

  private final CompiledBook book;
  private final PatternIndex index;
  private final Readings readings;
  private final List<Turn> turns;

  /** The turns that say something, oldest first. */
  private final List<Integer> order;

  private final Map<Integer, Reading> read;
  private final Map<Compiled, Optional<Integer>> asked = new HashMap<>();
  private final Map<Compiled, Optional<Integer>> shopSaid = new HashMap<>();

  Conversation(CompiledBook book, List<Turn> turns, Readings readings) {
    this(book, readings, turns, order(turns), new HashMap<>());
  }

  private Conversation(
      CompiledBook book,
      Readings readings,
      List<Turn> turns,
      List<Integer> order,
      Map<Integer, Reading> read) {
    this.book = book;
    this.index = book.index();
    this.readings = readings;
    this.turns = turns;
    this.order = order;
    this.read = read;
  }

  /** The conversation up to its {@code count}th turn that says something. */
  Conversation first(int count) {
    return new Conversation(book, readings, turns, order.subList(0, count), read);
  }

  /** The turns that say something, oldest first. */
  List<Integer> order() {
    return order;
  }

  /**
   * The turns that have a text, by their times if each has one, else as they come. Messages of the
   * same time stay as they come.
   */
  private static List<Integer> order(List<Turn> turns) {
    List<Integer> order = new ArrayList<>(turns.size());
    boolean isTimed = true;
    for (int turn = 0; turn < turns.size(); turn++) {
      isTimed &= turns.get(turn).at() != null;
      if (!turns.get(turn).text().isBlank()) {
        order.add(turn);
      }
    }
    if (isTimed && order.size() > 1) {
      order.sort(
          Comparator.comparing(
              turn -> Objects.requireNonNull(turns.get(turn).at()),
              OffsetDateTime.timeLineOrder()));
    }
    return order;
  }

  /** The last turn in which the topic occurs; null if it is not open. */
  @Nullable Integer turnAbout(Compiled topic) {
    for (int turn : openTurns()) {
      if (index.occurs(scan(turn), topic)) {
        return turn;
      }
    }
    return null;
  }

  /** The turns whose topics are open, newest first. */
  List<Integer> openTurns() {
    int oldest = Math.max(0, order.size() - TOPIC_TURNS);
    List<Integer> open = new ArrayList<>(TOPIC_TURNS);
    for (int i = order.size() - 1; i >= oldest; i--) {
      open.add(order.get(i));
    }
    return open;
  }

  /** The buyer's message that the draft answers and that matches; null if none does. */
  @Nullable Integer turnAsking(Compiled question) {
    return asked.computeIfAbsent(question, this::findAsking).orElse(null);
  }

  private Optional<Integer> findAsking(Compiled question) {
    return askingTurns().stream().filter(turn -> index.occurs(scan(turn), question)).findFirst();
  }

  /**
   * The buyer's last messages in a row, newest first; a reply or two of the shop after them is
   * passed over.
   */
  List<Integer> askingTurns() {
    int last = order.size() - 1;
    int bridged = 0;
    while (last >= 0 && !isBuyer(last) && bridged < BRIDGED_TURNS) {
      last--;
      bridged++;
    }
    List<Integer> asking = new ArrayList<>();
    while (last >= 0 && isBuyer(last)) {
      asking.add(order.get(last--));
    }
    return asking;
  }

  private boolean isBuyer(int place) {
    return roleOf(order.get(place)) == Turn.Role.BUYER;
  }

  private Turn.Role roleOf(int turn) {
    return turns.get(turn).role();
  }

  /** One message as it was sent. */
  Turn turn(int turn) {
    return turns.get(turn);
  }

  /** The open turn in which the shop itself said it; null if none. */
  @Nullable Integer turnOfShopSaying(Compiled pattern) {
    return shopSaid.computeIfAbsent(pattern, this::findShopSaying).orElse(null);
  }

  private Optional<Integer> findShopSaying(Compiled pattern) {
    return openTurns().stream()
        .filter(turn -> roleOf(turn) == Turn.Role.AGENT && index.occurs(scan(turn), pattern))
        .findFirst();
  }

  /** How many of the shop's turns, automatic ones left out, have one of these patterns. */
  int shopTurnsSaying(List<CompiledPattern> patterns) {
    int count = 0;
    for (int turn : order) {
      if (roleOf(turn) == Turn.Role.AGENT && says(turn, patterns)) {
        count++;
      }
    }
    return count;
  }

  private boolean says(int turn, List<CompiledPattern> patterns) {
    for (CompiledPattern pattern : patterns) {
      if (index.occurs(scan(turn), pattern.compiled())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The buyer's messages that nobody has answered, newest first. A greeting of the shop, a message
   * of its robot and one of the platform answer nothing.
   */
  List<Integer> unansweredTurns() {
    List<Integer> unanswered = new ArrayList<>();
    int oldest = Math.max(0, order.size() - UNANSWERED_TURNS);
    for (int i = order.size() - 1; i >= oldest; i--) {
      int turn = order.get(i);
      Turn.Role role = roleOf(turn);
      if (role == Turn.Role.BUYER) {
        unanswered.add(turn);
      } else if (role == Turn.Role.AGENT && !consistsOf(book.greeting(), scan(turn))) {
        break;
      }
    }
    return unanswered;
  }

  /** Whether a text greets or asks to wait, and surely answers nothing. */
  boolean isNoAnswer(Scan scan) {
    return consistsOf(book.noAnswer(), scan);
  }

  /** Whether more than half of every clause is words of this kind. */
  private boolean consistsOf(Compiled kind, Scan scan) {
    NormalizedText text = scan.text();
    BitSet greeted = new BitSet();
    index.matches(scan, kind).forEach(hit -> greeted.set(hit.start(), hit.end()));
    int start = 0;
    for (int end = 1; end <= text.length(); end++) {
      if (text.isClauseStart(end)) {
        int letters = 0;
        int covered = 0;
        for (int i = start; i < end; i++) {
          if (Character.isLetterOrDigit(text.charAt(i))) {
            letters++;
            covered += greeted.get(i) ? 1 : 0;
          }
        }
        if (letters > 0 && 2 * covered <= letters) {
          return false;
        }
        start = end;
      }
    }
    return true;
  }

  /** The messages that say something, oldest first, as they were sent. */
  List<Turn> inOrder() {
    return order.stream().map(turns::get).toList();
  }

  /** What one role said, oldest first. */
  List<Scan> scansOf(Turn.Role role) {
    return order.stream().filter(turn -> turns.get(turn).role() == role).map(this::scan).toList();
  }

  /** Whether the segmenter answered for every turn that was looked at. */
  boolean isComplete() {
    return read.values().stream().allMatch(reading -> reading.scan().isComplete());
  }

  /** What a message is compared as. */
  String fold(String message) {
    return readings.of(message).scan().text().text();
  }

  /** One turn, scanned. */
  Scan scan(int turn) {
    return reading(turn).scan();
  }

  /** One turn, read. */
  Reading reading(int turn) {
    return read.computeIfAbsent(turn, key -> readings.of(turns.get(key).text()));
  }
}
