package com.replylinter.judge;

import com.replylinter.Turn;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.PatternIndex.Compiled;
import com.replylinter.match.Scan;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.phrasebook.Hosts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The turns before a draft, scanned when first asked about. Lives for one request. */
final class Conversation {
  /** A topic is open while it was named in one of this many last turns. */
  private static final int TOPIC_TURNS = 6;

  /** How many of the last turns may hold a question that is still open. */
  private static final int UNANSWERED_TURNS = 12;

  /** Turns of the shop that may stand between the buyer's question and the draft. */
  private static final int BRIDGED_TURNS = 2;

  private final PatternIndex index;
  private final Compiled greeting;
  private final List<Turn> turns;
  private final Hosts hosts;
  private final Map<Integer, Scan> scans = new HashMap<>();

  /**
   * A conversation.
   *
   * @param greeting what a greeting consists of
   * @param hosts whose links are the shop's own
   */
  Conversation(PatternIndex index, Compiled greeting, List<Turn> turns, Hosts hosts) {
    this.index = index;
    this.greeting = greeting;
    this.turns = turns;
    this.hosts = hosts;
  }

  /** The last turn, counted from 0, in which the topic occurs; null if it is not open. */
  @Nullable Integer turnAbout(Compiled topic) {
    for (int turn : openTurns()) {
      if (index.occurs(scan(turn), topic)) {
        return turn;
      }
    }
    return null;
  }

  /** The turns whose topics are open, counted from 0, newest first. */
  List<Integer> openTurns() {
    int oldest = Math.max(0, turns.size() - TOPIC_TURNS);
    List<Integer> open = new ArrayList<>();
    for (int turn = turns.size() - 1; turn >= oldest; turn--) {
      open.add(turn);
    }
    return open;
  }

  /**
   * The buyer's message, counted from 0, that the draft answers and that matches; null if none
   * does.
   */
  @Nullable Integer turnAsking(Compiled question) {
    for (int turn : askingTurns()) {
      if (index.occurs(scan(turn), question)) {
        return turn;
      }
    }
    return null;
  }

  /**
   * The buyer's last messages in a row, newest first; a reply or two of the shop after them is
   * passed over.
   */
  List<Integer> askingTurns() {
    int last = turns.size() - 1;
    int bridged = 0;
    while (last >= 0 && turns.get(last).role() != Turn.Role.BUYER && bridged < BRIDGED_TURNS) {
      last--;
      bridged++;
    }
    List<Integer> asking = new ArrayList<>();
    while (last >= 0 && turns.get(last).role() == Turn.Role.BUYER) {
      asking.add(last--);
    }
    return asking;
  }

  /** Whether the shop itself said it in one of the open turns. */
  boolean shopSaid(Compiled pattern) {
    for (int turn : openTurns()) {
      if (turns.get(turn).role() == Turn.Role.AGENT && index.occurs(scan(turn), pattern)) {
        return true;
      }
    }
    return false;
  }

  /** How many of the shop's turns, automatic ones left out, have one of these patterns. */
  int shopTurnsSaying(List<Compiled> patterns) {
    int count = 0;
    for (int turn = 0; turn < turns.size(); turn++) {
      if (turns.get(turn).role() == Turn.Role.AGENT && says(turn, patterns)) {
        count++;
      }
    }
    return count;
  }

  private boolean says(int turn, List<Compiled> patterns) {
    for (Compiled pattern : patterns) {
      if (index.occurs(scan(turn), pattern)) {
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
    int oldest = Math.max(0, turns.size() - UNANSWERED_TURNS);
    for (int turn = turns.size() - 1; turn >= oldest; turn--) {
      Turn.Role role = turns.get(turn).role();
      if (role == Turn.Role.BUYER) {
        unanswered.add(turn);
      } else if (role == Turn.Role.AGENT && !isGreeting(scan(turn))) {
        break;
      }
    }
    return unanswered;
  }

  /** Whether more than half of every clause is words of greeting or of asking to wait. */
  private boolean isGreeting(Scan scan) {
    NormalizedText text = scan.text();
    BitSet greeted = new BitSet();
    index.matches(scan, greeting).forEach(hit -> greeted.set(hit.start(), hit.end()));
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

  /** Who sent a turn. */
  Turn.Role role(int turn) {
    return turns.get(turn).role();
  }

  /** The turns of one role, oldest first. */
  List<Scan> scansOf(Turn.Role role) {
    List<Scan> found = new ArrayList<>();
    for (int turn = 0; turn < turns.size(); turn++) {
      if (turns.get(turn).role() == role) {
        found.add(scan(turn));
      }
    }
    return found;
  }

  /** Whether the segmenter answered for every turn that was looked at. */
  boolean isComplete() {
    return scans.values().stream().allMatch(Scan::isComplete);
  }

  /** One turn, scanned. */
  Scan scan(int turn) {
    return scans.computeIfAbsent(turn, key -> index.scan(turns.get(key).text(), hosts));
  }
}
