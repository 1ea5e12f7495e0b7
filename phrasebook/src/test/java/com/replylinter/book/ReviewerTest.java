package com.replylinter.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.replylinter.LintRequest;
import com.replylinter.Reviewer;
import com.replylinter.finding.Report;
import com.replylinter.phrasebook.Example;
import com.replylinter.phrasebook.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a reviewer remembers of earlier messages changes nothing in what it finds in later ones. */
class ReviewerTest {

  /** Twice the same, one after the other, so that both new and remembered texts are reviewed. */
  @Test
  void findsWhatTheLinterFinds() {
    Map<Object, Reviewer> reviewers = new HashMap<>();
    List<String> differences = new ArrayList<>();
    for (Rule rule : Book.get().rules()) {
      for (Example example : rule.examples()) {
        LintRequest request =
            new LintRequest(
                null, example.draft(), example.conversation(), example.shop(), example.at());
        Reviewer reviewer =
            reviewers.computeIfAbsent(
                example.shop(), shop -> Book.linter().reviewer(example.shop()));
        Report linted = Book.linter().lint(request);
        for (int time = 1; time <= 2; time++) {
          Report reviewed = reviewer.review(request.draft(), request.conversation(), request.at());
          if (!reviewed.findings().equals(linted.findings())
              || !Objects.equals(reviewed.rewritten(), linted.rewritten())) {
            differences.add(rule.id() + ": " + example.draft());
          }
        }
      }
    }
    assertEquals(List.of(), differences);
  }
}
