package com.replylinter.server.languagetool;

import com.replylinter.finding.Finding;
import com.replylinter.finding.Report;
import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client underlines: all that was found at one place, since some clients drop all but the
 * last of the matches at the same place.
 *
 * @param span where, with markup counted
 * @param findings what was found there, gravest first; never empty
 */
record Match(Span span, List<Finding> findings) {
  Match {
    findings = List.copyOf(findings);
  }

  /** The matches of a report in order, without what its reader does not want to hear. */
  static List<Match> of(Report report, CheckRequest request, Set<String> ignoredWords) {
    Map<Span, List<Finding>> places = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      if (!request.textLevelOnly()
          && request.rules().admits(finding.rule())
          && !ignoredWords.contains(finding.matched().strip())) {
        places
            .computeIfAbsent(request.text().marked(finding.span()), span -> new ArrayList<>())
            .add(finding);
      }
    }
    List<Match> matches = new ArrayList<>();
    places.forEach(
        (span, found) -> {
          found.sort(Comparator.comparing(Finding::severity).reversed());
          matches.add(new Match(span, found));
        });
    return matches;
  }

  /** The gravest finding, whose rule the match is shown under. */
  Finding first() {
    return findings.get(0);
  }

  /** What is wrong and what to do, in Chinese. */
  String message() {
    return findings.stream().map(Finding::message).distinct().collect(Collectors.joining(" "));
  }

  /** Compliant replies, best first. */
  List<String> replacements() {
    return findings.stream()
        .flatMap(finding -> finding.rewrites().stream())
        .distinct()
        .collect(Collectors.toUnmodifiableList());
  }
}
