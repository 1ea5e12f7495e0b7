package com.replylinter.cli;

import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.Shop;
import com.replylinter.audit.phrases.PhraseFile;
import com.replylinter.audit.phrases.PhraseFile.Place;
import com.replylinter.audit.phrases.PhraseFile.Remark;
import com.replylinter.audit.phrases.PhraseSheet;
import com.replylinter.audit.phrases.PhraseSheet.Phrase;
import com.replylinter.audit.report.Count;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Report;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges a file of quick replies, each by itself, and tells of those with findings.
 *
 * @param linter judges
 * @param shop the shop's settings
 * @param asOf the day whose rules count; null for today
 * @param terminal where to tell
 * @param messages in which language
 */
record PhrasesAudit(
    Linter linter, Shop shop, @Nullable LocalDate asOf, Terminal terminal, Messages messages) {

  /**
   * Judges a file.
   *
   * @param write where to write a copy with remarks; null for nowhere
   * @return what was found
   */
  Count run(Path file, @Nullable Charset charset, @Nullable Path write) throws IOException {
    List<PhraseSheet> sheets = PhraseFile.read(file, charset);
    HumanReport human = new HumanReport(messages, Style.of(LintCommand.Color.auto, terminal));
    Map<Place, Remark> remarks = new HashMap<>();
    Count total = Count.ZERO;
    for (int i = 0; i < sheets.size(); i++) {
      for (Phrase phrase : sheets.get(i).phrases()) {
        Report report = lint(phrase.text());
        Count count = count(report);
        total = total.plus(count);
        remarks.put(new Place(i, phrase), remark(report));
        if (count.findings() > 0) {
          terminal.out().println(place(sheets.get(i), phrase));
          terminal.out().print(human.render(cut(phrase.text()), report));
          terminal.out().println();
        }
      }
    }
    terminal
        .out()
        .println(
            messages.get(
                "audit.phrases",
                total.judged(),
                total.flagged(),
                total.block(),
                total.warn(),
                total.remind()));
    if (write != null) {
      PhraseFile.write(sheets, remarks, write);
      terminal.out().println(messages.get("audit.phrases-written", write));
    }
    return total;
  }

  private Report lint(String text) {
    return linter.lint(new LintRequest(null, cut(text), List.of(), shop, asOf));
  }

  private static String cut(String text) {
    return text.length() <= LintRequest.MAX_DRAFT_LENGTH
        ? text
        : text.substring(0, LintRequest.MAX_DRAFT_LENGTH);
  }

  private String place(PhraseSheet sheet, Phrase phrase) {
    return sheet.name().isEmpty()
        ? messages.get("audit.row", phrase.row() + 1)
        : messages.get("audit.sheet-row", sheet.name(), phrase.row() + 1);
  }

  private static Count count(Report report) {
    Count count = Count.CLEAN.plus(new Count(0, report.findings().isEmpty() ? 0 : 1, 0, 0, 0, 0));
    for (Finding finding : report.findings()) {
      count =
          count.plus(
              switch (finding.severity()) {
                case BLOCK -> new Count(0, 0, 1, 0, 0, 0);
                case WARN -> new Count(0, 0, 0, 1, 0, 0);
                case REMIND -> new Count(0, 0, 0, 0, 1, 0);
              });
    }
    return count;
  }

  private Remark remark(Report report) {
    String verdict =
        report.findings().stream()
            .map(
                finding ->
                    messages.get(
                        "audit.remark",
                        messages.get("severity." + finding.severity().label()),
                        finding.title(),
                        finding.matched()))
            .distinct()
            .collect(Collectors.joining("\n"));
    return new Remark(
        verdict.isEmpty() ? messages.get("verdict.pass") : verdict,
        Objects.requireNonNullElse(report.rewritten(), ""));
  }
}
