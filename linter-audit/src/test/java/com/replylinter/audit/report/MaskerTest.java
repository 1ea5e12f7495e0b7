package com.replylinter.audit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "您加我微信kiln_2233，谢谢 | 您加我微信k***_***3，谢谢",
        "微信号是：abc-12345 | 微信号是：a**-****5",
        "vx:yaomei88 备注单号 | vx:y******8 备注单号",
        "ＷＸ ｑｉｎｇ２６３８ | ＷＸ ｑ******８",
        "加V信 qing2638 | 加V信 q******8",
        "加薇 laozhou_9 好说 | 加薇 l******_9 好说",
        "WeChat: laozhou9 | WeChat: l******9",
        "微信号laozhouhao | 微信号l********o",
        "微信（wx）laozhou9 | 微信（wx）l******9",
        "wx88990011 | wx8******1",
        "加微信吧13812345678 | 加微信吧138****5678",
        "微信支付可以的 | 微信支付可以的",
        "微信扫一下就好，型号是 ABX-2 | 微信扫一下就好，型号是 ABX-2",
        "这款是 iPhone15 的壳 | 这款是 iPhone15 的壳",
      })
  void hidesWhatNamesSomebodyOnWeChat(String text, String masked) {
    assertEquals(masked, Masker.PERSONAL.text(text, Set.of()));
  }
}
