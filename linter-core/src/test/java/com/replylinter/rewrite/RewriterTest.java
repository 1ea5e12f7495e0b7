package com.replylinter.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.replylinter.Books;
import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.finding.Report;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole draft rewritten: what is kept, what is replaced, and how it reads. */
class RewriterTest {
  private static final Linter LINTER =
      Linter.of(
          Books.book(
              "_words/test.yaml",
              "礼品: ['{勺子|袜子}']\n",
              "invoice/refuse.yaml",
              rule("invoice/refuse", "['不开票']", "['亲，发票可以开的。麻烦您发一下抬头～', '您好，能开票。']"),
              "invoice/charge.yaml",
              rule("invoice/charge", "['收税点']", "['亲，税点不用您付。']"),
              "contact/wechat.yaml",
              rule("contact/wechat", "['加微信']", "['亲，我们在这里聊哦。有疑问随时问我～']"),
              "conduct/insult.yaml",
              rule("conduct/insult", "['有病']", "['亲，非常抱歉，我来帮您处理。']"),
              "stock/none.yaml",
              rule("stock/none", "['没货']", "['亲，实在抱歉，这款暂时没有，您看换一款可以吗？']"),
              "delivery/arrival.yaml",
              rule("delivery/arrival", "['必到']", "['亲，一般{天数}左右到，以物流为准。', '亲，以物流信息为准哦。']"),
              "promise/gift.yaml",
              rule("promise/gift", "['送您']", "['亲，{礼品}要先问店里。', '亲，赠品以页面为准。']"),
              "price/raise.yaml",
              rule("price/raise", "['补差价']", "['亲，付了{金额}就不用再付了。', '亲，不用再付了。']"),
              "test/asked.yaml",
              rule("test/asked", "[{asked: '打折', say: '{能开票|可以开|聊哦}'}]", "['亲，没有折扣。']")));

  private static String rule(String id, String match, String rewrites) {
    return Books.rule(id, "statement", match).replace("[好的，我帮您看看。]", rewrites);
  }

  private static Report lint(String draft, Turn... turns) {
    return LINTER.lint(new LintRequest(null, draft, Arrays.asList(turns), Shop.DEFAULT, null));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '#',
      value = {
        // what has no finding stays
        "您好。我们不开票。谢谢！ # 您好。发票可以开的。麻烦您发一下抬头～谢谢！",
        "这款纯棉。不开票；尺码偏小\\n加微信\\n谢谢 # 这款纯棉。发票可以开的。麻烦您发一下抬头～尺码偏小\\n我们在这里聊哦。有疑问随时问我～谢谢",
        // commas count only where nothing stronger does
        "这款纯棉的，加微信聊 # 这款纯棉的，我们在这里聊哦。有疑问随时问我～",
        "这款纯棉的，加微信聊。谢谢 # 亲，我们在这里聊哦。有疑问随时问我～谢谢",
        "这款纯棉的，加微信聊～ # 这款纯棉的，我们在这里聊哦。有疑问随时问我～",
        "加微信聊，尺码偏小 # 亲，我们在这里聊哦。有疑问随时问我～尺码偏小",
        // blanks and emoji in talk without punctuation
        "在的亲 加微信吧 尺码偏小 # 在的亲，我们在这里聊哦。有疑问随时问我～尺码偏小",
        "这款纯棉😀加微信 # 这款纯棉😀我们在这里聊哦。有疑问随时问我～",
        "加 微 信 吧 # 亲，我们在这里聊哦。有疑问随时问我～",
        // what leans on a replaced sentence goes with it
        "可以的，加微信 # 亲，我们在这里聊哦。有疑问随时问我～",
        "可以的。加微信。 # 亲，我们在这里聊哦。有疑问随时问我～",
        "想看图的话，加微信，就行 # 亲，我们在这里聊哦。有疑问随时问我～",
        "普通发票，不开票 # 亲，发票可以开的。麻烦您发一下抬头～",
        // one greeting, at the beginning
        "亲，不开票 # 亲，发票可以开的。麻烦您发一下抬头～",
        "您好，不开票，加微信 # 亲，发票可以开的。麻烦您发一下抬头～我们在这里聊哦。有疑问随时问我～",
        "不开票。亲，这款纯棉。 # 亲，发票可以开的。麻烦您发一下抬头～这款纯棉。",
        // one rewrite a family, in the order of the draft
        "不开票。这款纯棉。收税点。 # 亲，发票可以开的。麻烦您发一下抬头～这款纯棉。",
        "加微信。不开票。 # 亲，我们在这里聊哦。有疑问随时问我～发票可以开的。麻烦您发一下抬头～",
        "不开票，加微信 # 亲，发票可以开的。麻烦您发一下抬头～我们在这里聊哦。有疑问随时问我～",
        // one invitation, at the end
        "加微信。没货。 # 亲，我们在这里聊哦。实在抱歉，这款暂时没有，您看换一款可以吗？",
        // one apology
        "你有病。没货。 # 亲，非常抱歉，我来帮您处理。这款暂时没有，您看换一款可以吗？",
        // slots
        "三天必到 # 亲，一般3天左右到，以物流为准。",
        "3~5天必到 # 亲，一般3到5天左右到，以物流为准。",
        "几天必到 # 亲，以物流信息为准哦。",
        "明天必到 # 亲，以物流信息为准哦。",
        "三天包退。必到。 # 三天包退。以物流信息为准哦。",
        "送您一个勺子 # 亲，勺子要先问店里。",
        "送您 # 亲，赠品以页面为准。",
      })
  void itReadsAsOneReply(String draft, String expected) {
    assertEquals(expected.replace("\\n", "\n"), lint(draft.replace("\\n", "\n")).rewritten());
  }

  @Test
  void anAmountIsRepeatedOnlyIfTheBuyerAloneNamedIt() {
    assertEquals("亲，付了99元就不用再付了。", lint("要补差价", Turn.buyer("我付了99块")).rewritten());
    assertEquals("亲，不用再付了。", lint("补差价20元", Turn.buyer("要付20块吗")).rewritten());
    assertEquals("亲，不用再付了。", lint("补差价20元").rewritten());
    assertEquals("亲，不用再付了。", lint("补差价", Turn.buyer("付了99块，要20块吗")).rewritten());
    assertEquals("亲，不用再付了。", lint("补差价", Turn.agent("要付20块")).rewritten());
  }

  @Test
  void whatTheConversationForbidsIsReplacedInItsTurn() {
    Turn question = Turn.buyer("能打折吗");
    assertEquals("亲，没有折扣。", lint("加微信", question).rewritten());
    assertEquals("这款纯棉。没有折扣。", lint("这款纯棉。加微信。", question).rewritten());
  }

  @Test
  void whereNothingIsCleanNothingIsProposed() {
    Linter strict =
        Linter.of(
            Books.book(
                "test/all.yaml", rule("test/all", "[{asked: '在吗', say: <短答>}]", "['好的。', '行。']")));
    LintRequest request = new LintRequest(null, "嗯", List.of(Turn.buyer("在吗")), Shop.DEFAULT, null);
    assertNull(strict.lint(request).rewritten());
  }

  @Test
  void findingsShowTheirRewritesFilled() {
    assertEquals(
        List.of("亲，一般3天左右到，以物流为准。", "亲，以物流信息为准哦。"), lint("三天必到").findings().get(0).rewrites());
    assertEquals(List.of("亲，以物流信息为准哦。"), lint("明天必到").findings().get(0).rewrites());
  }
}
