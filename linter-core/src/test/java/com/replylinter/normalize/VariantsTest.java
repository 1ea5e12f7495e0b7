package com.replylinter.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.normalize.NormalizedText.Disguise;
import com.replylinter.normalize.Variant.Beside;
import com.replylinter.text.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantsTest {
  private static final Variants VARIANTS =
      Variants.of(
          List.of(
              always("薇信", "微信"),
              always("薇❤", "微信"),
              always("vx", "微信"),
              always("weixin", "微信"),
              always("fa票", "发票"),
              always("🐧号", "qq号"),
              always("威信", "微信"),
              new Variant("v", "微信", new Beside(List.of("加", "加我"), List.of("同号", Beside.NUMBER))),
              new Variant("🐧", "qq", new Beside(List.of("加"), List.of(Beside.NUMBER)))),
          List.of("威信扫地"));

  private static Variant always(String spelling, String meaning) {
    return new Variant(spelling, meaning, Beside.ANYTHING);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // spelled otherwise
        "加薇信 | 加微信",
        "加薇❤️聊 | 加微信聊",
        "加薇 信 | 加微信",
        "加薇·信 | 加微信",
        "加WeiXin | 加微信",
        "ｖｘ 123456 | 微信123456",
        "開fа票吗 | 开发票吗",
        "我的🐧号 | 我的qq号",
        // only beside certain words
        "加v | 加微信",
        "加 我 v 吧 | 加我微信吧",
        "加🐧 | 加qq",
        "加 🐧 | 加qq",
        "🐧28837465 | qq28837465",
        "v同号 | 微信同号",
        // innocent
        "V领 | v领",
        "VX260 | vx260",
        "vx12345 | 微信12345",
        "avx | avx",
        "vxl码 | vxl码",
        "威信扫地 | 威信扫地",
        "看fapiao.com | 看fapiao.com",
        "看https://m.fapiao.top/vx | 看https:m.fapiao.top/vx",
        "可爱🐧 | 可爱",
        "好❤评 | 好评",
        "5v的 | 5v的",
      })
  void readsDisguises(String original, String folded) {
    assertEquals(folded, VARIANTS.fold(original));
  }

  @Test
  void tellsWhatWasReadAsWhat() {
    String draft = "👍🏻加我薇❤️，开fa票";
    NormalizedText text = VARIANTS.normalize(draft);
    assertEquals("加我微信,开发票", text.text());
    assertEquals(
        List.of("薇❤ 微信", "fa票 发票"),
        text.disguises().stream()
            .map(disguise -> disguise.span().of(draft) + " " + disguise.meaning())
            .toList());
    assertEquals("薇❤", text.original(2, 3).of(draft));
    assertEquals("我薇❤", text.original(1, 4).of(draft));
  }

  @Test
  void spansStayInsideTheTextAndInOrder() {
    String[] pieces = {"薇", "❤", "信", "v", "加", "🐧", "号", "fa", "票", " ", "·", "，", "好", "12345"};
    Random random = new Random(7);
    for (int run = 0; run < 5_000; run++) {
      StringBuilder draft = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        draft.append(pieces[random.nextInt(pieces.length)]);
      }
      NormalizedText text = VARIANTS.normalize(draft.toString());
      int before = 0;
      for (int i = 0; i < text.length(); i++) {
        Span original = text.original(i, i + 1);
        assertTrue(original.start() >= before && original.end() <= draft.length(), draft::toString);
        before = original.start();
      }
      for (Disguise disguise : text.disguises()) {
        assertTrue(text.text().contains(disguise.meaning()), draft::toString);
      }
      assertEquals(text.text(), VARIANTS.fold(text.text()), "folding twice: " + draft);
    }
  }
}
