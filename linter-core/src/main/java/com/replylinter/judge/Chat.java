package com.replylinter.judge;

/** Counts what chat is made of: sentences, questions, emoji. */
final class Chat {
  private static final String SENTENCE_END = "。！？!?；;…\n";
  private static final String PAUSES = SENTENCE_END + "，,、：: \u3000~～";
  private static final String QUESTION_END = "吗么呢嘛?？";
  private static final String EMOTICONS = "~～^★☆♥❤";

  /** A piece of fewer characters asks nothing: 在吗, 亲？ */
  private static final int SHORTEST_QUESTION = 4;

  /** Most characters of the name of an emoticon in brackets, as in [微笑]. */
  private static final int LONGEST_NAME = 4;

  private Chat() {}

  /** Sentences of two characters or more, as far as punctuation tells them apart. */
  static int sentences(String text) {
    int count = 0;
    int length = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || SENTENCE_END.indexOf(text.charAt(i)) >= 0) {
        count += length >= 2 ? 1 : 0;
        length = 0;
      } else if (Character.isLetterOrDigit(text.charAt(i))) {
        length++;
      }
    }
    return count;
  }

  /** A text without its punctuation. */
  static String words(String text) {
    StringBuilder words = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        words.append(text.charAt(i));
      }
    }
    return words.toString();
  }

  /** Pieces that end as questions do; greetings are too short to count. */
  static int questions(String text) {
    int questions = 0;
    int length = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && PAUSES.indexOf(text.charAt(i)) < 0) {
        length++;
        continue;
      }
      boolean marked = i < text.length() && QUESTION_END.indexOf(text.charAt(i)) >= 0;
      boolean asks = marked || (i > 0 && QUESTION_END.indexOf(text.charAt(i - 1)) >= 0);
      questions += asks && length >= SHORTEST_QUESTION ? 1 : 0;
      length = 0;
    }
    return questions;
  }

  /** Whether there is an emoji, an emoticon such as ^_^ or /:066, a name such as [微笑], or a ～. */
  static boolean hasEmoji(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (EMOTICONS.indexOf(c) >= 0
          || (Character.isHighSurrogate(c) && text.codePointAt(i) >= 0x1F000)
          || Character.getType(c) == Character.OTHER_SYMBOL
          || (c == '/' && text.startsWith(":", i + 1))
          || (c == '[' && isName(text, i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(String text, int from) {
    for (int end = from; end < text.length() && end - from <= LONGEST_NAME; end++) {
      if (text.charAt(end) == ']') {
        return end > from;
      }
    }
    return false;
  }
}
