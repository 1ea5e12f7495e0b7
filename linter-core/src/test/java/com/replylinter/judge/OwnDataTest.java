package com.replylinter.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.Books;
import com.replylinter.LintRequest;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Problem;
import com.replylinter.token.SmartcnTokenizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number or an address that the buyer gave himself may be repeated to him, if a rule says so. */
class OwnDataTest {
  private static final Phrasebook BOOK =
      Books.book(
          "_words/own.yaml",
          "他人的单: ['{朋友|老婆} … {拍|单}']\n",
          "test/leak.yaml",
          Books.rule("test/leak", "statement", "['{电话|手机|地址|邮箱|女士}']") + "own-data: fine\n",
          "test/strict.yaml",
          Books.rule("test/strict", "statement", "['卡号', {say: 证号, own-data: fine}]"));
  private static final Judge JUDGE = new Judge(BOOK, new SmartcnTokenizer());

  private static List<String> judged(String draft, Turn... turns) {
    LintRequest request = new LintRequest(null, draft, Arrays.asList(turns), Shop.DEFAULT, null);
    return JUDGE.judge(request, JUDGE.readings(request)).candidates().stream()
        .map(each -> each.dismissal() == null ? "found" : each.dismissal().reason())
        .distinct()
        .toList();
  }

  @ParameterizedTest(name = "{0} / {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "我电话13800138000 | 电话13800138000对吗 | 例外：买家自己给出的号码",
        "我电话138 0013 8000 | 电话幺三八零零幺三八零零零对吗 | 例外：买家自己给出的号码",
        "我电话13800138000 | 电话138****8000对吗 | 例外：买家自己给出的号码",
        "邮箱xiaolin@qq.com | 邮箱XiaoLin@qq.com对吗 | 例外：买家自己给出的地址",
        "寄到西湖区文三路478号 | 王女士，是西湖区文三路478号吗 | 例外：买家自己给出的地址",
        "西湖区文三路478号，13800138000 | 地址文三路478号，电话13800138000 | 例外：买家自己给出的号码",
        "我电话13800138000 | 电话13911112222对吗 | found",
        "我电话13800138000 | 地址文三路478号电话13800138000 | found",
        "寄到西湖区文三路478号 | 地址是西湖区文三路479号吗 | found",
        "我电话13800138000 | 电话给您了 | found",
        "这是我老婆拍的，她13800138000 | 电话13800138000对吗 | found",
        "我朋友的单，13800138000 | 电话13800138000对吗 | found",
      })
  void row(String buyer, String draft, String expected) {
    assertEquals(List.of(expected), judged(draft, Turn.buyer(buyer), Turn.agent("好的")));
  }

  @Test
  void whatTheShopSaidIsNotTheBuyersOwn() {
    assertEquals(List.of("found"), judged("电话13800138000对吗", Turn.agent("电话13800138000")));
    assertEquals(List.of("found"), judged("电话13800138000对吗"));
  }

  @Test
  void itHoldsForTheEntryThatSaysSo() {
    Turn buyer = Turn.buyer("33010619900101123X，6228480402564890018");
    assertEquals(List.of("例外：买家自己给出的号码"), judged("证号33010619900101123X", buyer));
    assertEquals(List.of("found"), judged("卡号6228480402564890018", buyer));
  }

  @Test
  void onlyFineMayBeWritten() {
    List<Problem> problems =
        Books.load(
                "test/leak.yaml", Books.rule("test/leak", "statement", "['电话']") + "own-data: ok\n")
            .problems();
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).render().contains("“own-data”不能是“ok”；可以写：fine"));
  }
}
