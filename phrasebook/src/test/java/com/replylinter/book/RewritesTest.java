package com.replylinter.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.LintRequest;
import com.replylinter.Shop;
import com.replylinter.finding.Finding;
import com.replylinter.phrasebook.Example;
import com.replylinter.phrasebook.Rule;
import com.replylinter.rewrite.Rewriter;
import com.replylinter.rewrite.Rewriting;
import com.replylinter.rewrite.Rewriting.Kept;
import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the rewritten draft must hold, for every bad example and for mixtures of them. */
class RewritesTest {
  private static final String SENTENCE_ENDS = "。！？；\n";
  private static final List<String> INNOCENT =
      List.of("这款是纯棉的，手感很软。", "您看中的是灰色吗？", "谢谢您的支持！", "尺码偏小半码。");
  private static final int MIXTURES = 500;

  private final List<String> failures = new ArrayList<>();
  private final Map<Kept, Integer> kept = new EnumMap<>(Kept.class);

  @Test
  void everyBadExampleIsRewrittenClean() {
    for (Rule rule : Book.get().rules()) {
      for (Example example : rule.examples()) {
        if (example.bad()) {
          check(
              new LintRequest(null, example.draft(), example.conversation(), example.shop(), null));
        }
      }
    }
    assertEquals("", String.join("\n", failures));
    assertRare(Kept.NONE, 0.005);
    assertRare(Kept.SOME, 0.01);
  }

  @Test
  void mixturesOfOffencesGiveOneReply() {
    List<String> bad =
        Book.get().rules().stream()
            .flatMap(rule -> rule.examples().stream())
            .filter(example -> example.bad() && example.conversation().isEmpty())
            .filter(example -> example.shop().equals(Shop.DEFAULT))
            .map(Example::draft)
            .toList();
    Random random = new Random(7);
    for (int i = 0; i < MIXTURES; i++) {
      StringBuilder draft = new StringBuilder(random.nextBoolean() ? "亲，在的哦。" : "");
      for (int k = 0; k < 2 + random.nextInt(2); k++) {
        draft.append(bad.get(random.nextInt(bad.size()))).append("。");
        draft.append(INNOCENT.get(random.nextInt(INNOCENT.size())));
      }
      check(LintRequest.of(draft.toString()));
    }
    assertEquals("", String.join("\n", failures));
    assertRare(Kept.NONE, 0.01);
    assertRare(Kept.SOME, 0.08);
  }

  private void check(LintRequest request) {
    List<Finding> findings = lint(request, request.draft());
    if (findings.isEmpty()) {
      return;
    }
    Optional<Rewriting> rewriting =
        Rewriter.rewrite(request.draft(), findings, text -> lint(request, text));
    if (rewriting.isEmpty()) {
      failures.add("no rewrite: " + request.draft());
      return;
    }
    String text = rewriting.get().text();
    if (!lint(request, text).isEmpty()) {
      failures.add("not clean: " + request.draft() + " -> " + text);
    }
    if (greetings(text) > 1) {
      failures.add("greets twice: " + request.draft() + " -> " + text);
    }
    kept.merge(rewriting.get().kept(), 1, Integer::sum);
    if (rewriting.get().kept() != Kept.ALL) {
      return;
    }
    for (Span sentence : sentences(request.draft())) {
      boolean innocent = findings.stream().noneMatch(each -> each.span().overlaps(sentence));
      String kept = sentence.of(request.draft()).replaceFirst("^(亲|亲亲|您好)[，,]", "");
      if (innocent && kept.length() > 6 && !text.contains(kept)) {
        failures.add("lost “" + kept + "”: " + request.draft() + " -> " + text);
      }
    }
  }

  private void assertRare(Kept how, double most) {
    int all = kept.values().stream().mapToInt(Integer::intValue).sum();
    assertTrue(kept.getOrDefault(how, 0) <= most * all, kept::toString);
  }

  private static int greetings(String text) {
    int greetings = 0;
    for (Span sentence : sentences(text)) {
      String start = sentence.of(text).strip();
      greetings += start.startsWith("亲，") || start.startsWith("您好，") ? 1 : 0;
    }
    return greetings;
  }

  private static List<Finding> lint(LintRequest like, String draft) {
    return Book.linter()
        .lint(new LintRequest(null, draft, like.conversation(), like.shop(), like.at()))
        .findings();
  }

  /** Sentences as anybody would cut them. */
  private static List<Span> sentences(String text) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0 || i + 1 == text.length()) {
        sentences.add(new Span(start, i + 1));
        start = i + 1;
      }
    }
    return sentences;
  }
}
