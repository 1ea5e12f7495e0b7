package com.replylinter.likeness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.TextNormalizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private static final List<LabelledCase> CASES = cases();
  private static final LikenessModel MODEL = LikenessTrainer.train(CASES);

  private static List<LabelledCase> cases() {
    List<LabelledCase> cases = new ArrayList<>();
    for (String what : List.of("裙子", "灯", "螃蟹", "书", "手机", "奶粉")) {
      cases.add(new LabelledCase("invoice/refuse", what + "能开票吗", "弄不来那个票的"));
      cases.add(new LabelledCase("review/cashback", "", what + "满意的话打满星退您两块"));
      cases.add(new LabelledCase(null, what + "好看吗", "好看的，您喜欢就好"));
      cases.add(new LabelledCase(null, what + "能开票吗", "可以开的，您把抬头发我"));
    }
    return cases;
  }

  private static double probability(String rule, String question, String draft) {
    NormalizedText normalizedQuestion = TextNormalizer.normalize(question);
    double[] all = MODEL.probabilities(normalizedQuestion, TextNormalizer.normalize(draft));
    return all[MODEL.rules().indexOf(rule)];
  }

  @Test
  void whatResemblesTheCasesOfARuleIsProbable() {
    assertEquals(List.of("invoice/refuse", "review/cashback"), MODEL.rules());
    assertTrue(probability("invoice/refuse", "帽子能开票吗", "那个票弄不来") > 0.8);
    assertTrue(probability("review/cashback", "", "打满星退两块") > 0.8);
    assertTrue(probability("invoice/refuse", "帽子能开票吗", "可以开的，抬头发我") < 0.2);
  }

  @Test
  void theQuestionCounts() {
    assertTrue(
        probability("invoice/refuse", "能开票吗", "弄不来") > probability("invoice/refuse", "好看吗", "弄不来"));
  }

  @Test
  void aTextOfUnknownCharactersHasNoCertainty() {
    assertTrue(probability("invoice/refuse", "", "ζξψ") < 0.7);
    assertTrue(probability("invoice/refuse", "", "") < 0.7);
  }

  @Test
  void theEvidenceStandsWhereTheOffenceIs() {
    NormalizedText draft = TextNormalizer.normalize("您喜欢就好打满星退您两块");
    double[] evidence = MODEL.evidence(draft, MODEL.rules().indexOf("review/cashback"));
    double innocent = 0;
    double offending = 0;
    for (int i = 0; i < draft.length(); i++) {
      if (i < 5) {
        innocent += evidence[i];
      } else {
        offending += evidence[i];
      }
    }
    assertTrue(offending > 0 && innocent < 0, innocent + " " + offending);
  }

  @Test
  void theSameCasesGiveTheSameBytes() throws IOException {
    byte[] bytes = MODEL.toBytes();
    assertArrayEquals(bytes, LikenessTrainer.train(CASES).toBytes());
    assertArrayEquals(bytes, LikenessModel.fromBytes(bytes).toBytes());
  }

  @Test
  void damagedBytesAreRefused() throws IOException {
    assertThrows(IOException.class, () -> LikenessModel.fromBytes(new byte[] {1, 2, 3}));
    byte[] whole = MODEL.toBytes();
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    assertThrows(IOException.class, () -> LikenessModel.fromBytes(cut));
  }
}
