package com.replylinter.judge;

import com.replylinter.Turn;
import com.replylinter.match.Hit;
import com.replylinter.match.Identifier;
import com.replylinter.match.Scan;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and addresses that the buyer himself gave in this conversation: to repeat them to him is
 * no leak. Where the talk is about somebody else's order they are not his own. Lives for one
 * request.
 */
final class OwnData {
  /** Most characters between a match and a number or address that belongs to it. */
  private static final int REACH = 12;

  private final CompiledBook book;
  private final Scan draft;
  private final Conversation conversation;
  private @Nullable Known known;

  /** What the conversation says of the buyer's data. */
  private record Known(List<Identifier> numbers, List<String> texts, boolean aboutOthers) {}

  OwnData(CompiledBook book, Scan draft, Conversation conversation) {
    this.book = book;
    this.draft = draft;
    this.conversation = conversation;
  }

  /** Why the match only repeats what the buyer said; null if it does not. */
  @Nullable Dismissal excuse(Hit match) {
    List<Identifier> numbers =
        draft.identifiers().stream().filter(each -> isNear(each.hit(), match)).toList();
    List<Hit> addresses =
        Stream.concat(draft.emails().stream(), draft.addresses().stream())
            .filter(each -> isNear(each, match))
            .toList();
    boolean his =
        !(numbers.isEmpty() && addresses.isEmpty())
            && numbers.stream().allMatch(this::gave)
            && addresses.stream().allMatch(this::wrote)
            && !known().aboutOthers();
    return his ? Dismissal.ownData(numbers.isEmpty() ? "地址" : "号码") : null;
  }

  private static boolean isNear(Hit data, Hit match) {
    return data.distance(match) <= REACH;
  }

  private boolean gave(Identifier number) {
    return known().numbers().stream().anyMatch(number::agreesWith);
  }

  private boolean wrote(Hit address) {
    String text = draft.text().text().substring(address.start(), address.end());
    return known().texts().stream().anyMatch(turn -> turn.contains(text));
  }

  private Known known() {
    Known found = known;
    if (found == null) {
      List<Scan> turns = conversation.scansOf(Turn.Role.BUYER);
      found =
          new Known(
              turns.stream().flatMap(turn -> turn.identifiers().stream()).toList(),
              turns.stream().map(turn -> turn.text().text()).toList(),
              Stream.concat(Stream.of(draft), turns.stream())
                  .anyMatch(turn -> book.index().occurs(turn, book.othersOrder())));
      known = found;
    }
    return found;
  }
}
