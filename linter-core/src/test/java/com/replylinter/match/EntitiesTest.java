package com.replylinter.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.TextNormalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each entity is, what it is not, and what looks like it; the last column is the text found.
 */
class EntitiesTest {

  private static List<String> find(String entity, String text) {
    NormalizedText folded = TextNormalizer.normalize(text);
    return Entities.named(entity).find(folded).stream()
        .map(hit -> folded.original(hit.start(), hit.end()).of(text))
        .toList();
  }

  private static void assertFound(String entity, String text, String expected) {
    List<String> wanted =
        expected == null ? List.of() : Arrays.stream(expected.split(" \\| ")).toList();
    assertEquals(wanted, find(entity, text));
    if (!wanted.isEmpty()) {
      assertEquals(wanted, find(entity, "👍🏻👨‍👩‍👧" + text), "emoji before");
    }
  }

  @ParameterizedTest(name = "{0}: [{1}] -> [{2}]")
  @CsvSource(
      delimiter = '#',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        // mobile numbers, by the numbering plan
        "手机号 # 打13800138000 # 13800138000",
        "手机号 # 13800138000、19912345678 # 13800138000 | 19912345678",
        "手机号 # 打12345678901 # -",
        "手机号 # 打14212345678 # -",
        "手机号 # 打138001380001 # -",
        "手机号 # 打1380013800 # -",
        // split, masked, in other numerals and mixed
        "手机号 # 138 0000 0000 # 138 0000 0000",
        "手机号 # 138-0000-0000 # 138-0000-0000",
        "手机号 # 138.0000.0000 # 138.0000.0000",
        "手机号 # 138，0013，8000 # 138，0013，8000",
        "手机号 # 1-3-8-0-0-1-3-8-0-0-0 # 1-3-8-0-0-1-3-8-0-0-0",
        "手机号 # 1 3 8 0 0 1 3 8 0 0 0 # 1 3 8 0 0 1 3 8 0 0 0",
        "手机号 # 138🌹0013🌹8000 # 138🌹0013🌹8000",
        "手机号 # １３８００１３８０００ # １３８００１３８０００",
        "手机号 # ①③⑧⓪⓪①③⑧⓪⓪⓪ # ①③⑧⓪⓪①③⑧⓪⓪⓪",
        "手机号 # 幺三八零零幺三八零零零 # 幺三八零零幺三八零零零",
        "手机号 # 壹叁捌零零壹叁捌零零零 # 壹叁捌零零壹叁捌零零零",
        "手机号 # 一三八〇〇一三八〇〇〇 # 一三八〇〇一三八〇〇〇",
        "手机号 # 幺三八洞洞幺三八洞洞洞 # 幺三八洞洞幺三八洞洞洞",
        "手机号 # 1三8零0一3八0零0 # 1三8零0一3八0零0",
        "手机号 # 138oo138ooo # 138oo138ooo",
        "手机号 # 138****8000 # 138****8000",
        "手机号 # 138xxxx8000 # 138xxxx8000",
        "手机号 # +86 13800138000 # 86 13800138000",
        "手机号 # 8613800138000 # 8613800138000",
        "手机号 # 订单12345 13800138000 # 13800138000",
        "手机号 # 买2，13800138000 # 13800138000",
        "手机号 # vx13800138000 # 13800138000",
        "手机号 # 微信：13800138000哦 # 13800138000",
        // land lines and hotlines
        "手机号 # 0571-88221100 # 0571-88221100",
        "手机号 # 0571 8822 1100 # 0571 8822 1100",
        "手机号 # （010）88881234 # 010）88881234",
        "手机号 # 400-820-8820 # 400-820-8820",
        "手机号 # 8008208820 # 8008208820",
        "手机号 # 0571-8822 # -",
        "手机号 # 4008208 # -",
        // numbers that look like phones
        "手机号 # 单号78820013345120 # -",
        "手机号 # 订单1380013800012345678 # -",
        "手机号 # JDX13800138000 # -",
        "手机号 # 6228 4804 0256 4890 018 # -",
        "手机号 # 身高130、140、150、12 # -",
        "手机号 # https://a.com/i?id=13800138000 # -",
        "手机号 # 13800138000@qq.com # -",
        // QQ numbers and other long ones
        "长号码 # 加28815566 # 28815566",
        "长号码 # QQ28815566 # 28815566",
        "长号码 # 扣扣：2881 5566 # 2881 5566",
        "长号码 # 二八八一五五六六 # 二八八一五五六六",
        "长号码 # 2-8-8-1-5-5-6-6 # 2-8-8-1-5-5-6-6",
        "长号码 # 13800138000 # 13800138000",
        "长号码 # 1234 # -",
        "长号码 # 01234567 # -",
        "长号码 # 123456789012 # -",
        "长号码 # 尺寸120*80 # -",
        "长号码 # 170/88A # -",
        "长号码 # VX260 # -",
        "长号码 # 2026-11-22 # -",
        "长号码 # 2026.11.22发 # -",
        "长号码 # 10-20-30-40 # -",
        "长号码 # 12345元 # -",
        "长号码 # 19999.50 # -",
        "长号码 # 20000mAh # -",
        "长号码 # 28815566@qq.com # -",
        "长号码 # AB12345678 # -",
        // WeChat ids
        "微信号 # 加abc12345 # abc12345",
        "微信号 # 加wxid_9f8e7d # wxid_9f8e7d",
        "微信号 # 加xiao-lin88 # xiao-lin88",
        "微信号 # vx:carpart2019 # carpart2019",
        "微信号 # 加abc12 # -",
        "微信号 # 加a12345678901234567890 # -",
        "微信号 # 加1abc2345 # -",
        "微信号 # 加iphone # -",
        "微信号 # VX260 # -",
        "微信号 # www.abc123.com # -",
        // bank cards
        "银行卡号 # 6228480402564890018 # 6228480402564890018",
        "银行卡号 # 6228 4804 0256 4890 018 # 6228 4804 0256 4890 018",
        "银行卡号 # 622848-0402564890018 # 622848-0402564890018",
        "银行卡号 # 六二二八四八零四零二五六四八九零零幺八 # 六二二八四八零四零二五六四八九零零幺八",
        "银行卡号 # 4242 4242 4242 4242 # 4242 4242 4242 4242",
        "银行卡号 # 9558801234567890128 # 9558801234567890128",
        "银行卡号 # 6228 **** **** 0018 # 6228 **** **** 0018",
        "银行卡号 # 6228480402564890019 # -",
        "银行卡号 # 1228480402564890018 # -",
        "银行卡号 # 62284804025 # -",
        // ID cards
        "身份证号 # 33010619900101123X # 33010619900101123X",
        "身份证号 # 440300198502283018 # 440300198502283018",
        "身份证号 # 330106 19900101 123X # 330106 19900101 123X",
        "身份证号 # 330106********1234 # 330106********1234",
        "身份证号 # 330106199001011231 # -",
        "身份证号 # 330106199013011237 # -",
        "身份证号 # 980101199001010017 # -",
        // orders and parcels
        "订单号 # 1234567890123456789 # 1234567890123456789",
        "订单号 # 中通78820013345120 # 78820013345120",
        "订单号 # SF1234567890123 # SF1234567890123",
        "订单号 # JDX0091277 # JDX0091277",
        "订单号 # 6228480402564890019 # 6228480402564890019",
        "订单号 # 6228480402564890018 # -",
        "订单号 # 33010619900101123X # -",
        "订单号 # 8613800138000 # -",
        "订单号 # 12345 # -",
        "订单号 # vx12345678 # -",
        // e-mail addresses and links
        "邮箱 # 发到xiaolin.88@qq.com哦 # xiaolin.88@qq.com",
        "邮箱 # 12345678@163.com # 12345678@163.com",
        "邮箱 # ａｂｃ＠qq．com # ａｂｃ＠qq．com",
        "邮箱 # abc@小林 # -",
        "邮箱 # 单价5@10 # -",
        "邮箱 # www.qq.com # -",
        "网址 # 点www.example.com # www.example.com",
        "网址 # 点https://detail.tmall.com/item.htm?id=655210 # https://detail.tmall.com/item.htm?id=655210",
        "网址 # weidian.com/?userid=88 # weidian.com/?userid=88",
        "网址 # yongli-wj.com # yongli-wj.com",
        "网址 # 3.5mm # -",
        "网址 # v2.0 # -",
        "网址 # ok.thanks # -",
        "网址 # abc@qq.com # -",
        // amounts
        "金额 # 补5块钱 # 5块钱",
        "金额 # 补¥15.50 # ¥15.50",
        "金额 # 十五块八 # 十五块八",
        "金额 # 15块8就行 # 15块8",
        "金额 # 三块五毛 # 三块五毛",
        "金额 # 一百二十块 # 一百二十块",
        "金额 # 五块一斤 # 五块",
        "金额 # 3块5件包邮 # 3块",
        "金额 # 贰拾元 # 贰拾元",
        "金额 # 补5个 # -",
        "金额 # 三米长 # -",
        // percentages
        "百分比 # 加6个点 # 6个点",
        "百分比 # 百分之六 # 百 | 百分之六",
        "百分比 # 6% # 6%",
        "百分比 # 下午6点前 # -",
        // days and times
        "天数 # 三到五天 # 三到五天",
        "天数 # 5-7天 # 5-7天",
        "天数 # 3~5天 # 3~5天",
        "天数 # 两三天 # 两三天",
        "天数 # 3个工作日 # 3个工作日",
        "天数 # 半小时 # -",
        "天数 # 大陆都发 # -",
        "时长 # 半小时 # 半小时",
        "时长 # 一个半小时 # 一个半小时",
        "时长 # 24h # 24h",
        "钟点 # 16:30 # 16:30",
        "钟点 # 下午三点半 # 三点半",
        "钟点 # 三点二十分 # 三点二十分",
        "钟点 # 下午一点 # 一点",
        "钟点 # 便宜一点 # -",
        "钟点 # 便宜一点吧 # -",
      })
  void row(String entity, String text, String expected) {
    assertFound(entity, text, expected);
  }

  static Stream<Arguments> amounts() {
    return Stream.of(
        Arguments.of("5块钱", "5"),
        Arguments.of("¥15.50", "15.50"),
        Arguments.of("15块8", "15.8"),
        Arguments.of("十五块八", "15.8"),
        Arguments.of("三块五毛", "3.5"),
        Arguments.of("十块零五毛", "10.5"),
        Arguments.of("5毛", "0.5"),
        Arguments.of("一百二十块", "120"),
        Arguments.of("一百二块", "120"),
        Arguments.of("一千零五十元", "1050"),
        Arguments.of("两百元", "200"),
        Arguments.of("1万5元", null),
        Arguments.of("贰拾元", "20"),
        Arguments.of("几块钱", null),
        Arguments.of("十来块", null));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("amounts")
  void anAmountHasAValue(String text, String expected) {
    NormalizedText folded = TextNormalizer.normalize(text);
    List<Hit> hits = Entities.named("金额").find(folded);
    Quantity value = hits.isEmpty() ? null : Quantity.amount(folded, hits.get(0));
    if (expected == null) {
      assertNull(value);
    } else {
      assertEquals(expected, value == null ? null : value.least().toPlainString());
    }
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "3天,3..3",
        "三天,3..3",
        "5-7天,5..7",
        "3~5天,3..5",
        "三到五天,3..5",
        "两三天,2..3",
        "三五天,3..5",
        "十五六天,15..16",
        "二三十天,20..30",
        "一周,7..7",
        "两个星期,14..14",
        "半个月,-",
        "几天,-",
        "十几天,-"
      })
  void aCountOfDaysHasAValue(String text, String expected) {
    NormalizedText folded = TextNormalizer.normalize(text);
    List<Hit> hits = Entities.named("天数").find(folded);
    Quantity days = hits.isEmpty() ? null : Quantity.days(folded, hits.get(0));
    assertEquals(
        expected,
        days == null ? null : days.least().toPlainString() + ".." + days.most().toPlainString());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "https://detail.tmall.com/item.htm?id=1,detail.tmall.com",
        "http://weidian.com:80/x,weidian.com",
        "www.example.com,www.example.com",
        "yongli-wj.com,yongli-wj.com",
        "3.5mm,-"
      })
  void aLinkHasAHost(String link, String host) {
    assertEquals(host, Latin.hostOf(link));
  }
}
