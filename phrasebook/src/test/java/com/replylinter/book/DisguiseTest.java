package com.replylinter.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.LintRequest;
import com.replylinter.finding.Finding;
import com.replylinter.selfcheck.Adversary;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Disguised words are read as what they mean. */
class DisguiseTest {
  private static final double LEAST_RECALL = 0.97;

  @Test
  void everyKindOfDisguiseIsSeenThrough() {
    Adversary.Outcome outcome = Adversary.run(Book.linter());
    List<String> weak =
        outcome.byKind().entrySet().stream()
            .filter(kind -> kind.getValue().recall() < LEAST_RECALL)
            .map(kind -> kind.getKey() + " " + kind.getValue())
            .toList();
    assertEquals(List.of(), weak);
    assertTrue(outcome.all().tried() > 5_000, () -> outcome.all().toString());
  }

  @Test
  void aFindingSaysWhatWasReadAsWhat() {
    List<Finding> findings = Book.linter().lint(LintRequest.of("加我葳❤，发您实拍")).findings();
    assertEquals("contact/offsite-chat", findings.get(0).rule().toString());
    assertEquals(List.of("葳❤ → 微信"), findings.get(0).disguises());
  }
}
