package com.replylinter.judge;

import com.replylinter.judge.CompiledBook.Entry;
import com.replylinter.judge.CompiledRule.CompiledPattern;
import com.replylinter.match.Scan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of a conversation. Turns are indexes into it, counted from 0.
 *
 * @param asked the turns taken for the buyer's question, newest first
 * @param open the turns whose topics are open, newest first
 * @param questions questions of the rules that the buyer asked
 * @param topics topics of the rules that are open
 */
public record Listening(
    List<Integer> asked, List<Integer> open, List<Heard> questions, List<Heard> topics) {
  /** Keeps immutable copies of the lists. */
  public Listening {
    asked = List.copyOf(asked);
    open = List.copyOf(open);
    questions = List.copyOf(questions);
    topics = List.copyOf(topics);
  }

  /** What is heard of a conversation before a draft. */
  static Listening of(CompiledBook book, Scan draft, Conversation conversation) {
    return new Listening(
        conversation.askingTurns(),
        conversation.openTurns(),
        questions(book, conversation),
        topics(book, draft, conversation));
  }

  private static List<Heard> questions(CompiledBook book, Conversation conversation) {
    Map<String, Heard> heard = new LinkedHashMap<>();
    for (Entry entry : book.entries()) {
      CompiledPattern question = entry.clue().asked();
      if (question != null && !heard.containsKey(question.written().source())) {
        Integer turn = conversation.turnAsking(question.compiled());
        if (turn != null) {
          String source = question.written().source();
          heard.put(source, new Heard(source, turn));
        }
      }
    }
    return List.copyOf(heard.values());
  }

  private static List<Heard> topics(CompiledBook book, Scan draft, Conversation conversation) {
    Map<String, Heard> heard = new LinkedHashMap<>();
    for (Entry entry : book.entries()) {
      CompiledPattern topic = entry.clue().about();
      if (topic != null && !heard.containsKey(topic.written().source())) {
        boolean inDraft = book.index().occurs(draft, topic.compiled());
        Integer turn = inDraft ? null : conversation.turnAbout(topic.compiled());
        if (inDraft || turn != null) {
          String source = topic.written().source();
          heard.put(source, new Heard(source, turn));
        }
      }
    }
    return List.copyOf(heard.values());
  }

  /**
   * A pattern about the conversation that matched.
   *
   * @param pattern as the rule's file has it
   * @param turn the turn it matched; null if it matched the draft itself
   */
  public record Heard(String pattern, @Nullable Integer turn) {}
}
