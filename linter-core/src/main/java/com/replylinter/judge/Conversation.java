package com.replylinter.judge;

import com.replylinter.Turn;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.PatternIndex.Compiled;
import com.replylinter.match.Scan;
import com.replylinter.phrasebook.Hosts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The turns before a draft, scanned when first asked about. Lives for one request. */
final class Conversation {
  /** A topic is open while it was named in one of this many last turns. */
  private static final int TOPIC_TURNS = 6;

  /** Turns of the shop that may stand between the buyer's question and the draft. */
  private static final int BRIDGED_TURNS = 2;

  private final PatternIndex index;
  private final List<Turn> turns;
  private final Hosts hosts;
  private final Map<Integer, Scan> scans = new HashMap<>();

  /**
   * A conversation.
   *
   * @param hosts whose links are the shop's own
   */
  Conversation(PatternIndex index, List<Turn> turns, Hosts hosts) {
    this.index = index;
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

  /** Whether the segmenter answered for every turn that was looked at. */
  boolean isComplete() {
    return scans.values().stream().allMatch(Scan::isComplete);
  }

  /** One turn, scanned. */
  Scan scan(int turn) {
    return scans.computeIfAbsent(turn, key -> index.scan(turns.get(key).text(), hosts));
  }
}
