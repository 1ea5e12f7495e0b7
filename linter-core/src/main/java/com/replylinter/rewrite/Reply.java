package com.replylinter.rewrite;

import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sentences of the draft and rewrites put together to one reply: greeted once, at the beginning,
 * with no apology or invitation twice.
 *
 * @param text the reply
 * @param placed where each part went
 */
record Reply(String text, List<Placed> placed) {
  private static final String ENDS = "。！？!?；;…～~\n";
  private static final String WEAK = "，,、 \t";

  Reply {
    placed = List.copyOf(placed);
  }

  /**
   * A part of the reply.
   *
   * @param text as it was written
   * @param sentence the number of the draft's sentence that it is, or stands for
   * @param family the family whose rewrite it is; null for a sentence of the draft
   */
  record Part(String text, int sentence, @Nullable String family) {
    boolean isRewrite() {
      return family != null;
    }
  }

  /** A part and where its text stands in the reply. */
  record Placed(Part part, Span span) {
    int overlap(Span other) {
      return Math.min(span.end(), other.end()) - Math.max(span.start(), other.start());
    }
  }

  /** The part that holds most of a span; a rewrite before a sentence of the draft. */
  Optional<Part> mostOf(Span span) {
    return placed.stream()
        .filter(each -> each.span().overlaps(span))
        .max(
            Comparator.comparing((Placed each) -> each.part().isRewrite())
                .thenComparingInt(each -> each.overlap(span)))
        .map(Placed::part);
  }

  static Reply of(List<Part> parts) {
    StringBuilder reply = new StringBuilder();
    List<Placed> placed = new ArrayList<>();
    boolean sorry = false;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (isGreetingOf(parts, i)) {
        continue;
      }
      String text = part.text();
      if (!placed.isEmpty()) {
        text = Wording.withoutGreeting(text);
        join(reply, placed.get(placed.size() - 1).part().isRewrite(), part.isRewrite());
      }
      if (part.isRewrite()) {
        text = sorry ? Wording.withoutApology(text) : text;
        text = invitesLater(parts, i) ? Wording.withoutInvitation(text) : text;
      }
      sorry |= Wording.apologises(text);
      int start = reply.length();
      reply.append(text);
      placed.add(new Placed(part, new Span(start, reply.length())));
    }
    return new Reply(end(reply), placed);
  }

  private static boolean invitesLater(List<Part> parts, int index) {
    return parts.stream()
        .skip(index + 1L)
        .anyMatch(part -> part.isRewrite() && Wording.invites(part.text()));
  }

  /** Whether the part is a greeting, no sentence, and the rewrite behind it has one of its own. */
  private static boolean isGreetingOf(List<Part> parts, int index) {
    return index == 0
        && parts.size() > 1
        && !parts.get(0).isRewrite()
        && !isClosed(parts.get(0).text())
        && Wording.isGreeting(parts.get(0).text())
        && parts.get(1).isRewrite()
        && Wording.isGreeted(parts.get(1).text());
  }

  private static boolean isClosed(CharSequence text) {
    return text.length() > 0 && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** Between two parts stands a mark: behind a rewrite a full stop, before one at least a comma. */
  private static void join(StringBuilder reply, boolean afterRewrite, boolean beforeRewrite) {
    if (!afterRewrite && !beforeRewrite) {
      return;
    }
    int end = reply.length();
    while (end > 0
        && Character.isWhitespace(reply.charAt(end - 1))
        && reply.charAt(end - 1) != '\n') {
      end--;
    }
    reply.setLength(end);
    if (afterRewrite && end > 0 && !isClosed(reply)) {
      reply.append('。');
    } else if (end > 0 && Character.isLetterOrDigit(reply.charAt(end - 1))) {
      reply.append('，');
    }
  }

  /** No reply ends with a comma. */
  private static String end(StringBuilder reply) {
    int end = reply.length();
    while (end > 0 && WEAK.indexOf(reply.charAt(end - 1)) >= 0) {
      end--;
    }
    String text = reply.substring(0, end);
    return end < reply.length() && end > 0 && !isClosed(text) ? text + "。" : text;
  }
}
