package com.replylinter.judge;

import com.replylinter.Turn;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.TextNormalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be noticed about a whole draft, beside its conversation, that patterns cannot say. */
@FunctionalInterface
interface Notice {
  /** Fewest sentences that want an emoji. */
  int EMOJI_SENTENCES = 3;

  /** Fewest characters of a reply that sounds canned when it is sent twice. */
  int LONG_REPLY = 15;

  /** Fewest questions that one short answer leaves open. */
  int SEVERAL_QUESTIONS = 2;

  /** Most characters of an answer that is taken to answer one question. */
  int SHORT_ANSWER = 12;

  /**
   * Whether it holds of a draft.
   *
   * @param folded the draft as it is compared
   * @param turns the conversation before it, oldest first
   */
  boolean holds(String draft, NormalizedText folded, List<Turn> turns);

  /** The notice of this name, one of {@code BuiltIn.NOTICES}; null for none. */
  static @Nullable Notice named(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return switch (name) {
      case "三句无表情" -> Notice::isDry;
      case "长话重发" -> Notice::isCanned;
      case "连问短答" -> Notice::leavesQuestionsOpen;
      default -> throw new IllegalArgumentException("no notice " + name);
    };
  }

  /** Three sentences and more without one emoji or emoticon. */
  private static boolean isDry(String draft, NormalizedText folded, List<Turn> turns) {
    return Chat.sentences(draft) >= EMOJI_SENTENCES && !Chat.hasEmoji(draft);
  }

  /** A long reply that the agent has sent before, word by word. */
  private static boolean isCanned(String draft, NormalizedText folded, List<Turn> turns) {
    if (folded.length() < LONG_REPLY) {
      return false;
    }
    String words = Chat.words(TextNormalizer.fold(draft));
    for (Turn turn : turns) {
      if (turn.role() == Turn.Role.AGENT
          && turn.text().length() >= LONG_REPLY
          && Chat.words(TextNormalizer.fold(turn.text())).equals(words)) {
        return true;
      }
    }
    return false;
  }

  /** Several questions just before, and an answer of one clause, too short for more than one. */
  private static boolean leavesQuestionsOpen(
      String draft, NormalizedText folded, List<Turn> turns) {
    if (folded.length() > SHORT_ANSWER || folded.clauseAt(folded.length() - 1) > 0) {
      return false;
    }
    int questions = 0;
    for (int i = turns.size() - 1; i >= 0 && turns.get(i).role() == Turn.Role.BUYER; i--) {
      questions += Chat.questions(turns.get(i).text());
    }
    return questions >= SEVERAL_QUESTIONS;
  }
}
