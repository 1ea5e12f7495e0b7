package com.replylinter.judge;

import com.replylinter.Turn;
import com.replylinter.match.Hit;
import com.replylinter.match.Identifier;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.PatternIndex.Compiled;
import com.replylinter.match.Scan;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and addresses that the buyer himself gave in this conversation: to repeat them to him is
 * no leak. Where the talk is about somebody else's order they are not his own.
 */
final class OwnData {
  /** Most characters between a match and a number or address that belongs to it. */
  private static final int REACH = 12;

  private final PatternIndex index;
  private final Compiled othersOrder;

  OwnData(PatternIndex index, Compiled othersOrder) {
    this.index = index;
    this.othersOrder = othersOrder;
  }

  /** Why the match only repeats what the buyer said; null if it does not. */
  @Nullable String excuse(Scan draft, Hit match, Conversation conversation) {
    List<Identifier> numbers =
        draft.identifiers().stream().filter(each -> isNear(each.hit(), match)).toList();
    List<Hit> addresses =
        Stream.concat(draft.emails().stream(), draft.addresses().stream())
            .filter(each -> isNear(each, match))
            .toList();
    boolean his =
        !(numbers.isEmpty() && addresses.isEmpty())
            && numbers.stream().allMatch(each -> gave(conversation, each))
            && addresses.stream().allMatch(each -> wrote(conversation, draft, each))
            && !isAboutOthers(draft, conversation);
    if (!his) {
      return null;
    }
    return numbers.isEmpty() ? "买家自己给出的地址" : "买家自己给出的号码";
  }

  private static boolean isNear(Hit data, Hit match) {
    return data.distance(match) <= REACH;
  }

  private static boolean gave(Conversation conversation, Identifier number) {
    return conversation.scansOf(Turn.Role.BUYER).stream()
        .flatMap(turn -> turn.identifiers().stream())
        .anyMatch(number::agreesWith);
  }

  private static boolean wrote(Conversation conversation, Scan draft, Hit address) {
    String text = draft.text().text().substring(address.start(), address.end());
    return conversation.scansOf(Turn.Role.BUYER).stream()
        .anyMatch(turn -> turn.text().text().contains(text));
  }

  private boolean isAboutOthers(Scan draft, Conversation conversation) {
    return index.occurs(draft, othersOrder)
        || conversation.scansOf(Turn.Role.BUYER).stream()
            .anyMatch(turn -> index.occurs(turn, othersOrder));
  }
}
