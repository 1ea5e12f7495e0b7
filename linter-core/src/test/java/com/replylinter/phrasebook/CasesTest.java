package com.replylinter.phrasebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.replylinter.Books;
import com.replylinter.Turn;
import com.replylinter.likeness.LabelledCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesTest {
  private static final String EXAMPLES = "examples: {bad: [], good: []}";
  private static final Phrasebook BOOK =
      Books.book(
          "chat/away.yaml",
          Books.rule("chat/away", "offer", "['企鹅']")
              .replace(EXAMPLES, "examples: {bad: ['{{企鹅}}聊'], good: [企鹅灯]}"),
          "chat/rare.yaml",
          Books.rule("chat/rare", "offer", "['鸽子']")
              .replace("[好的，我帮您看看。]", "[鸽子的改写。]")
              .replace(EXAMPLES, "examples: {bad: ['{{鸽子}}传信'], good: [鸽子汤]}"));

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  private List<LabelledCase> read(int offences) throws IOException {
    String lines =
        "chat/away\t\t企鹅见\n".repeat(offences)
            + "chat/rare\t\t飞鸽见\n"
            + "chat/rare,chat/away\t\t都来\n"
            + "-\t\t在的\n";
    Files.writeString(Files.createDirectories(folder.resolve("_cases")).resolve("a.tsv"), lines);
    List<Problem> problems = new ArrayList<>();
    List<LabelledCase> cases = Cases.read(folder, BOOK, problems);
    assertEquals(List.of(), problems);
    return cases;
  }

  /** One offence is an example, one a line that breaks two rules. */
  @Test
  void aRuleIsLearnedFromEnoughOffencesOn() throws IOException {
    List<LabelledCase> cases = read(Cases.ENOUGH_OFFENCES - 2);
    assertEquals(
        List.of("企鹅聊", "企鹅灯", "好的，我帮您看看。", "都来", "在的"),
        cases.stream().map(LabelledCase::draft).filter(draft -> !draft.equals("企鹅见")).toList());
    assertEquals(
        List.of("chat/away"),
        cases.stream().flatMap(each -> each.rules().stream()).distinct().toList());
  }

  @Test
  void ofARuleWithFewerOffencesNothingIsLearned() throws IOException {
    assertEquals(
        List.of(new LabelledCase(List.of(), List.of(), "在的")), read(Cases.ENOUGH_OFFENCES - 3));
  }

  @Test
  void aTrapTeachesItsAnswersUnlessTheShopDecidesThem() throws IOException {
    String trap = Books.rule("trap/a", "trap", "['开票吗']").replace(EXAMPLES, "%s");
    Phrasebook book =
        Books.book(
            "trap/a.yaml",
            trap.formatted("examples: {bad: [能开票吗], good: [开票夹有吗]}"),
            "trap/b.yaml",
            trap.replace("trap/a", "trap/b")
                    .formatted("examples: {bad: [能到付吗], good: [到了吗]}")
                    .replace("开票吗", "到付吗")
                + "wordings: [{shop: {cod: true}, rewrites: [可以到付。]}]\n");
    String reply = "好的，我帮您看看。";
    LabelledCase alone = new LabelledCase(List.of(), List.of(), reply);
    assertEquals(
        List.of(new LabelledCase(List.of(), List.of(Turn.buyer("能开票吗")), reply), alone, alone),
        Cases.read(folder, book, new ArrayList<>()));
  }

  @Test
  void whatTheShopOrTheDayMakesCompliantTeachesNothing() throws IOException {
    String bad = "'{{企鹅}}聊', ".repeat(Cases.ENOUGH_OFFENCES);
    String good =
        "企鹅灯, {draft: 企鹅一, shop: {presale: true}}, {draft: 企鹅二, at: 2016-01-01},"
            + " {draft: 企鹅三, shop: {platform: jd}}, {draft: 企鹅四, shop: {itemLinks: [a.com]}},"
            + " {draft: 企鹅五, shop: {cod: true}}";
    Phrasebook book =
        Books.book(
            "chat/away.yaml",
            Books.rule("chat/away", "offer", "['企鹅']")
                    .replace(EXAMPLES, "examples: {bad: [" + bad + "], good: [" + good + "]}")
                + "shop: {presale: false}\n");
    assertEquals(
        List.of("企鹅灯", "企鹅五"),
        Cases.read(folder, book, new ArrayList<>()).stream()
            .filter(each -> each.rules().isEmpty())
            .map(LabelledCase::draft)
            .filter(draft -> draft.startsWith("企鹅"))
            .toList());
  }
}
