package com.replylinter.judge;

import com.replylinter.Turn;
import com.replylinter.text.Span;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft joined with the sends of the agent that it continues: 加我, 扣扣, 283 3746 55.
 *
 * <p>Joined are at most {@link #MOST_SENDS} sends directly before the draft, each short and no
 * whole sentence, and, where times are known, each within {@link #WINDOW} of the next.
 *
 * @param text all of it, without anything between
 * @param starts where each send begins, in UTF-16 code units; the draft's own start is the last
 * @param sends the turns that were sent
 * @param before the conversation before the first of them
 */
record Stitched(String text, List<Integer> starts, List<Integer> sends, Conversation before) {
  private static final int MOST_SENDS = 4;

  /** Most UTF-16 code units of a send that another continues. */
  private static final int FRAGMENT = 20;

  private static final Duration WINDOW = Duration.ofMinutes(2);
  private static final String SENTENCE_END = "。！？!?；;";

  /** The draft with what it continues; null if it continues nothing. */
  static @Nullable Stitched of(String draft, Conversation conversation) {
    List<Integer> turns = conversation.order();
    int first = turns.size();
    Turn next = null;
    while (first > 0 && turns.size() - first < MOST_SENDS) {
      Turn send = conversation.turn(turns.get(first - 1));
      if (!isFragment(send) || (next != null && !soonAfter(send, next))) {
        break;
      }
      next = send;
      first--;
    }
    if (first == turns.size()) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    List<Integer> sends = turns.subList(first, turns.size());
    for (int send : sends) {
      starts.add(text.length());
      text.append(conversation.turn(send).text());
    }
    starts.add(text.length());
    return new Stitched(text.append(draft).toString(), starts, sends, conversation.first(first));
  }

  private static boolean isFragment(Turn turn) {
    String text = turn.text().strip();
    return turn.role() == Turn.Role.AGENT
        && !text.isEmpty()
        && text.length() <= FRAGMENT
        && SENTENCE_END.indexOf(text.charAt(text.length() - 1)) < 0;
  }

  private static boolean soonAfter(Turn earlier, Turn later) {
    OffsetDateTime from = earlier.at();
    OffsetDateTime to = later.at();
    return from == null || to == null || Duration.between(from, to).abs().compareTo(WINDOW) <= 0;
  }

  /** Where the draft begins, in UTF-16 code units. */
  int draftStart() {
    return starts.get(starts.size() - 1);
  }

  /** The part of a span that lies in the draft, in its offsets; null unless it begins before. */
  @Nullable Span inDraft(Span span) {
    int draft = draftStart();
    return span.start() < draft && span.end() > draft ? new Span(0, span.end() - draft) : null;
  }

  /** The turn in which a span begins. */
  int turnOf(Span span) {
    int send = 0;
    while (starts.get(send + 1) <= span.start()) {
      send++;
    }
    return sends.get(send);
  }
}
