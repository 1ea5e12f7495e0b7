package com.replylinter.phrasebook;

import com.replylinter.Turn;
import com.replylinter.likeness.LabelledCase;
import com.replylinter.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The labelled cases of a phrasebook: what {@code phrasebook learn} learns from.
 *
 * <p>They are the examples and rewrites of every rule and the lines of {@code _cases/*.tsv}: a rule
 * id or {@code -} for a compliant reply, the buyer's message or nothing, and the reply, with tabs
 * between.
 */
public final class Cases {
  private static final String COMPLIANT = "-";

  private Cases() {}

  /**
   * Reads all cases.
   *
   * @param folder the phrasebook's folder
   * @param book the phrasebook in it
   * @param problems told of every line that is no case
   * @throws IOException if a file cannot be read
   */
  public static List<LabelledCase> read(Path folder, Phrasebook book, List<Problem> problems)
      throws IOException {
    List<LabelledCase> cases = new ArrayList<>();
    for (Rule rule : book.rules()) {
      rule.examples().forEach(example -> cases.add(ofExample(rule, example)));
      rule.rewrites().forEach(rewrite -> cases.add(new LabelledCase(null, "", rewrite)));
    }
    Path caseFolder = folder.resolve("_cases");
    if (Files.isDirectory(caseFolder)) {
      try (Stream<Path> paths = Files.list(caseFolder)) {
        for (Path path : paths.filter(each -> each.toString().endsWith(".tsv")).sorted().toList()) {
          String name = "_cases/" + path.getFileName();
          String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
          readLines(new SourceFile(name, text), book, cases, problems);
        }
      }
    }
    return cases;
  }

  private static LabelledCase ofExample(Rule rule, Example example) {
    String question = "";
    for (Turn turn : example.conversation()) {
      question = turn.role() == Turn.Role.BUYER ? turn.text() : question;
    }
    return new LabelledCase(example.bad() ? rule.id().toString() : null, question, example.draft());
  }

  private static void readLines(
      SourceFile file, Phrasebook book, List<LabelledCase> cases, List<Problem> problems) {
    int offset = 0;
    for (String line : file.text().split("\n", -1)) {
      String[] parts = line.strip().isEmpty() ? new String[0] : line.split("\t", -1);
      if (parts.length == 3) {
        boolean known =
            parts[0].equals(COMPLIANT)
                || book.rules().stream().anyMatch(rule -> rule.id().toString().equals(parts[0]));
        if (known) {
          cases.add(
              new LabelledCase(parts[0].equals(COMPLIANT) ? null : parts[0], parts[1], parts[2]));
        } else {
          problems.add(Problem.at(file, offset, "没有编号为“" + parts[0] + "”的规则；合规的回复请写“-”"));
        }
      } else if (parts.length > 0) {
        problems.add(Problem.at(file, offset, "每行应当是三栏：规则编号（合规写“-”）、买家的话、客服的回复，用制表符隔开"));
      }
      offset += line.length() + 1;
    }
  }
}
