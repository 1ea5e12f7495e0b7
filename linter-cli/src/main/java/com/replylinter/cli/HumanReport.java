package com.replylinter.cli;

import com.replylinter.finding.Commitment;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Report;
import com.replylinter.finding.Trap;
import com.replylinter.phrasebook.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report for a person: the traps in the buyer's question, then every finding with its text
 * underlined, what it costs and what to send instead.
 *
 * @param messages in which language
 * @param style with or without colour
 */
record HumanReport(Messages messages, Style style) {

  /** The report on {@code draft}, ending with a line end. */
  String render(String draft, Report report) {
    StringBuilder text = new StringBuilder();
    for (Trap trap : report.traps()) {
      render(trap, text);
    }
    for (Finding finding : report.findings()) {
      render(draft, finding, text);
    }
    if (!report.complete()) {
      line(text, messages.get("report.incomplete"));
    }
    if (report.findings().isEmpty()) {
      if (report.complete() && !draft.isEmpty()) {
        line(text, style.good(messages.get("report.clean")));
      } else if (report.complete() && report.traps().isEmpty()) {
        line(text, style.good(messages.get("report.no-traps")));
      }
      return text.toString();
    }
    String rewritten = report.rewritten();
    if (rewritten != null) {
      line(text, messages.get("report.rewritten"));
      rewritten.lines().forEach(one -> line(text, "  " + style.good(Underline.printable(one))));
      line(text, "");
    }
    String verdict = messages.get("verdict." + report.verdict().label());
    line(text, messages.get("report.summary", verdict, report.findings().size()));
    return text.toString();
  }

  private void render(Trap trap, StringBuilder text) {
    line(
        text,
        style.severity(Severity.REMIND, messages.get("report.trap"))
            + "  "
            + trap.title()
            + "  "
            + style.faint(trap.rule().toString()));
    line(text, "  " + trap.message());
    line(text, "  " + messages.get("report.why", trap.why()));
    line(text, "  " + messages.get("report.because", trap.turn() + 1));
    String reply = trap.reply();
    if (reply != null) {
      line(text, "  " + messages.get("report.reply"));
      line(text, "    " + style.good(Underline.printable(reply)));
    }
    line(text, "");
  }

  private void render(String draft, Finding finding, StringBuilder text) {
    for (Underline part : Underline.of(draft, finding.span())) {
      line(text, part.text());
      line(text, style.severity(finding.severity(), part.marks()));
    }
    String severity = messages.get("severity." + finding.severity().label());
    line(
        text,
        style.severity(finding.severity(), severity)
            + "  "
            + finding.title()
            + points(finding)
            + "  "
            + style.faint(finding.rule().toString()));
    line(text, "  " + finding.message());
    line(text, "  " + messages.get("report.why", finding.why()));
    Finding.PenaltyNote penalty = finding.penalty();
    if (penalty != null) {
      String differ = penalty.sourcesDiffer() ? messages.get("report.sources-differ") : "";
      line(text, "  " + messages.get("report.basis", penalty.basis(), differ));
    }
    if (!finding.disguises().isEmpty()) {
      String disguises = String.join("、", finding.disguises());
      line(text, "  " + messages.get("report.disguises", Underline.printable(disguises)));
    }
    Commitment commitment = finding.commitment();
    if (commitment != null) {
      line(
          text,
          "  " + messages.get("report.commitment", Underline.printable(promised(commitment))));
    }
    Integer turn = finding.becauseTurn();
    if (turn != null) {
      line(text, "  " + messages.get("report.because", turn + 1));
    }
    List<String> rewrites = finding.rewrites();
    if (!rewrites.isEmpty()) {
      line(text, "  " + messages.get("report.rewrites"));
      for (int i = 0; i < rewrites.size(); i++) {
        line(text, "    " + (i + 1) + ". " + style.good(Underline.printable(rewrites.get(i))));
      }
    }
    line(text, "");
  }

  /** What was promised, or what kind of thing if no particulars were named. */
  private String promised(Commitment commitment) {
    List<String> parts = new ArrayList<>();
    Commitment.Days days = commitment.days();
    BigDecimal amount = commitment.amount();
    add(commitment.courier(), parts);
    add(commitment.what(), parts);
    add(commitment.by(), parts);
    if (days != null) {
      String count = days.min() == days.max() ? "" + days.min() : days.min() + "–" + days.max();
      parts.add(messages.get("report.days", count));
    }
    if (amount != null) {
      parts.add("¥" + amount.toPlainString());
    }
    return parts.isEmpty()
        ? messages.get("commitment." + commitment.type().label())
        : String.join(messages.get("report.and"), parts);
  }

  private static void add(@Nullable String part, List<String> parts) {
    if (part != null) {
      parts.add(part);
    }
  }

  private String points(Finding finding) {
    Finding.PenaltyNote penalty = finding.penalty();
    Integer points = penalty == null ? null : penalty.points();
    return points == null ? "" : "  " + messages.get("report.points", points);
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
