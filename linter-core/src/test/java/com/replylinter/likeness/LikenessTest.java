package com.replylinter.likeness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.Turn;
import com.replylinter.normalize.Variants;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private static final Map<String, List<String>> THESAURUS =
      Map.of(
          "cannot", List.of("弄不来", "办不到", "整不了", "开不了"),
          "invoice", List.of("开票", "发票", "票据", "fp"),
          "can", List.of("可以", "没问题", "好的"));
  private static final List<LabelledCase> CASES = cases();
  private static final LikenessModel MODEL = LikenessTrainer.train(CASES, THESAURUS, Variants.NONE);

  private static List<LabelledCase> cases() {
    List<LabelledCase> cases = new ArrayList<>();
    for (String what : List.of("裙子", "灯", "螃蟹", "书", "手机", "奶粉")) {
      cases.add(broken("invoice/refuse", what + "能开票吗", "弄不来那个票的"));
      cases.add(broken("invoice/refuse", what + "有发票吗", "这个开不了"));
      List<Turn> earlier = List.of(Turn.buyer(what + "有发票吗"), Turn.agent("您好"), Turn.buyer("在吗"));
      cases.add(new LabelledCase(List.of("invoice/refuse"), earlier, "这个开不了"));
      cases.add(broken("review/cashback", "", what + "满意的话打满星退您两块"));
      cases.add(compliant(what + "好看吗", "好看的，您喜欢就好"));
      cases.add(compliant(what + "能便宜吗", "这个弄不来哦"));
      cases.add(compliant(what + "能开票吗", "可以开的，您把抬头发我"));
    }
    return cases;
  }

  private static LabelledCase broken(String rule, String question, String draft) {
    return new LabelledCase(List.of(rule), turns(question), draft);
  }

  private static LabelledCase compliant(String question, String draft) {
    return new LabelledCase(List.of(), turns(question), draft);
  }

  private static List<Turn> turns(String question) {
    return question.isEmpty() ? List.of() : List.of(Turn.buyer(question));
  }

  private static LikenessModel.Reading read(String question, String draft) {
    return MODEL.read(Exchange.of(turns(question), Variants.NONE.fold(draft), Variants.NONE::fold));
  }

  private static float margin(String rule, String question, String draft) {
    return read(question, draft).margins()[MODEL.rules().indexOf(rule)];
  }

  @Test
  void whatResemblesTheCasesOfARuleLiesOnItsSide() {
    assertEquals(List.of("invoice/refuse", "review/cashback"), MODEL.rules());
    assertTrue(margin("invoice/refuse", "帽子能开票吗", "那个票弄不来") > 0);
    assertTrue(margin("review/cashback", "", "打满星退两块") > 0);
    assertTrue(margin("invoice/refuse", "帽子能开票吗", "可以开的，抬头发我") < 0);
    assertTrue(margin("review/cashback", "帽子能开票吗", "可以开的，抬头发我") < 0);
  }

  @Test
  void anyOffenceIsSuspicious() {
    assertTrue(read("帽子能开票吗", "那个票弄不来").suspicion() > read("帽子好看吗", "好看的").suspicion());
  }

  @Test
  void theQuestionCounts() {
    assertTrue(margin("invoice/refuse", "能开票吗", "弄不来") > margin("invoice/refuse", "好看吗", "弄不来"));
  }

  @Test
  void theTurnsBeforeTheQuestionCount() {
    List<Turn> about = List.of(Turn.buyer("有发票吗"), Turn.agent("您好"), Turn.buyer("在吗"));
    List<Turn> other = List.of(Turn.buyer("有蓝的吗"), Turn.agent("您好"), Turn.buyer("在吗"));
    int rule = MODEL.rules().indexOf("invoice/refuse");
    assertTrue(
        MODEL.read(Exchange.of(about, "开不了", Variants.NONE::fold)).margins()[rule]
            > MODEL.read(Exchange.of(other, "开不了", Variants.NONE::fold)).margins()[rule]);
  }

  @Test
  void aWordThatMeansTheSameCarriesOver() {
    assertTrue(margin("invoice/refuse", "能开票吗", "整不了") > margin("invoice/refuse", "能开票吗", "哟呵哈"));
  }

  @Test
  void numbersAreAlike() {
    assertEquals(
        margin("review/cashback", "", "打满星退您12块"), margin("review/cashback", "", "打满星退您345块"));
  }

  @Test
  void aTextOfUnknownCharactersHasNoCertainty() {
    assertTrue(margin("invoice/refuse", "", "ζξψ") < 0);
    assertTrue(margin("invoice/refuse", "", "") < 0);
  }

  @Test
  void theEvidenceStandsWhereTheOffenceIs() {
    String draft = "您喜欢就好打满星退您两块";
    double[] evidence = read("", draft).evidence(MODEL.rules().indexOf("review/cashback"));
    double innocent = 0;
    double offending = 0;
    for (int i = 0; i < draft.length(); i++) {
      if (i < 5) {
        innocent += evidence[i];
      } else {
        offending += evidence[i];
      }
    }
    assertTrue(offending > 0 && innocent < offending, innocent + " " + offending);
  }

  @Test
  void theSameCasesGiveTheSameBytes() throws IOException {
    byte[] bytes = MODEL.toBytes();
    assertArrayEquals(bytes, LikenessTrainer.train(CASES, THESAURUS, Variants.NONE).toBytes());
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
