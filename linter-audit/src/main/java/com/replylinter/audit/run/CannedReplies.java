package com.replylinter.audit.run;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.replylinter.audit.report.Count;
import com.replylinter.audit.report.FindingRow;
import com.replylinter.audit.report.Summary;
import com.replylinter.normalize.TextNormalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Replies with findings of their own, that is, not because of the buyer's question, that were sent
 * more than once, told apart by their letters and digits alone. Where more than {@link #MOST} have
 * been seen, those sent most often are kept and the counts of others start anew; a reply behind
 * more than one in {@code MOST / 2} findings is never lost.
 */
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
final class CannedReplies {
  private static final int MOST = 8_000;
  private static final int SHOWN = 100;
  private static final int LONGEST = 500;
  private static final int SHOWN_AGENTS = 20;

  private final TreeMap<String, Reply> replies = new TreeMap<>();

  /** One reply. */
  @JsonAutoDetect(
      fieldVisibility = Visibility.ANY,
      getterVisibility = Visibility.NONE,
      isGetterVisibility = Visibility.NONE)
  private static final class Reply {
    private String text = "";
    private long sent;
    private long conversations;
    private Count count = Count.ZERO;
    private final TreeSet<String> agents = new TreeSet<>();
    private final TreeSet<String> rules = new TreeSet<>();
    private @Nullable String rewritten;

    void merge(Reply next) {
      text = text.isEmpty() ? next.text : text;
      rewritten = rewritten == null ? next.rewritten : rewritten;
      sent += next.sent;
      conversations += next.conversations;
      count = count.plus(next.count);
      rules.addAll(next.rules);
      for (String agent : next.agents) {
        if (agents.size() < SHOWN_AGENTS) {
          agents.add(agent);
        }
      }
    }
  }

  /** Counts the findings of one conversation. */
  void add(List<FindingRow> rows) {
    TreeMap<String, Reply> own = new TreeMap<>();
    int last = -1;
    for (FindingRow row : rows) {
      if (row.because() != null) {
        continue;
      }
      Reply one = new Reply();
      one.text = cut(row.text());
      one.sent = row.turn() == last ? 0 : 1;
      one.count = Count.of(row).plus(new Count(0, one.sent, 0, 0, 0, 0));
      one.agents.add(row.agent());
      one.rules.add(row.rule());
      one.rewritten = row.rewritten() == null ? null : cut(row.rewritten());
      last = row.turn();
      own.computeIfAbsent(key(row.text()), key -> new Reply()).merge(one);
    }
    own.values().forEach(reply -> reply.conversations = 1);
    merge(own);
  }

  void merge(CannedReplies next) {
    merge(next.replies);
  }

  private void merge(Map<String, Reply> next) {
    next.forEach((key, reply) -> replies.computeIfAbsent(key, each -> new Reply()).merge(reply));
    if (replies.size() > MOST) {
      List<Map.Entry<String, Reply>> kept = new ArrayList<>(replies.entrySet());
      kept.sort(
          Comparator.comparingLong((Map.Entry<String, Reply> each) -> each.getValue().sent)
              .reversed()
              .thenComparing(Map.Entry::getKey));
      kept.subList(MOST / 2, kept.size()).forEach(each -> replies.remove(each.getKey()));
    }
  }

  /** Those sent more than once, gravest first. */
  List<Summary.Canned> foremost() {
    return replies.values().stream()
        .filter(reply -> reply.sent > 1)
        .sorted(
            Comparator.comparing((Reply reply) -> reply.count, Count.GRAVEST)
                .thenComparing(reply -> reply.text))
        .limit(SHOWN)
        .map(
            reply ->
                new Summary.Canned(
                    reply.text,
                    reply.sent,
                    reply.count,
                    reply.conversations,
                    List.copyOf(reply.agents),
                    List.copyOf(reply.rules),
                    reply.rewritten))
        .toList();
  }

  /** What is alike but for punctuation, width and script is one reply. */
  private static String key(String text) {
    String folded = TextNormalizer.fold(text);
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < folded.length(); i++) {
      if (Character.isLetterOrDigit(folded.charAt(i))) {
        key.append(folded.charAt(i));
      }
    }
    return key.length() <= LONGEST
        ? key.toString()
        : key.substring(0, LONGEST) + '#' + key.toString().hashCode() + '#' + key.length();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
