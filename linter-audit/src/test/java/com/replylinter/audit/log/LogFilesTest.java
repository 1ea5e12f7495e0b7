package com.replylinter.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.Turn.Role;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.log.Exports.Result;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String TALK =
      """
      知夏书店旗舰店:小满 2025-9-19 17:24:05
      亲，您好，这本书有现货
      青石板 2025-9-19 17:24:31
      好的，谢谢，包邮吗
      知夏书店旗舰店:小满 2025-9-19 17:25:00
      包邮的，今天发
      """;
  private static final List<String> SAID =
      List.of("agent 知夏书店旗舰店:小满: 亲，您好，这本书有现货", "buyer 青石板: 好的，谢谢，包邮吗", "agent 知夏书店旗舰店:小满: 包邮的，今天发");

  @TempDir private Path directory;

  private Path file(String name, String text, Charset charset) throws IOException {
    return Files.write(directory.resolve(name), text.getBytes(charset));
  }

  private Result read(String name, String text) throws IOException {
    return Exports.read(ReadOptions.DEFAULT, file(name, text, StandardCharsets.UTF_8));
  }

  private static ReadOptions columns(Map<String, String> columns) {
    return new ReadOptions(null, null, columns, null);
  }

  private static String message(LogFileException e) {
    return String.valueOf(e.getMessage());
  }

  @Test
  void encodingsAreToldByTheBytes() throws IOException {
    Map<Charset, Charset> told =
        Map.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            GB18030,
            GB18030,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16BE);
    for (Map.Entry<Charset, Charset> entry : told.entrySet()) {
      Result result = Exports.read(ReadOptions.DEFAULT, file("t.txt", TALK, entry.getKey()));
      assertEquals(entry.getValue(), result.account().charset());
      assertEquals(SAID, result.said());
    }
    for (Charset marked :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Result result = Exports.read(ReadOptions.DEFAULT, file("t.txt", "\uFEFF" + TALK, marked));
      assertEquals(marked, result.account().charset());
      assertEquals(SAID, result.said());
    }
  }

  @Test
  void aBrokenCharacterHarmsItsOwnLineOnly() throws IOException {
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            GB18030,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE)) {
      byte[] before = TALK.substring(0, TALK.indexOf("谢谢")).getBytes(charset);
      byte[] bytes = TALK.getBytes(charset);
      // The first byte of 谢 is lost.
      byte[] cut = new byte[bytes.length - 1];
      System.arraycopy(bytes, 0, cut, 0, before.length);
      System.arraycopy(bytes, before.length + 1, cut, before.length, cut.length - before.length);
      Result result =
          Exports.read(ReadOptions.DEFAULT, Files.write(directory.resolve("t.txt"), cut));
      assertEquals(charset, result.account().charset());
      assertEquals(3, result.account().messages());
      assertEquals(SAID.get(0), result.said().get(0));
      assertEquals(SAID.get(2), result.said().get(2));
    }
  }

  @Test
  void aForcedEncodingThatIsWrongRejectsLinesLoudly() throws IOException {
    Path file = file("t.txt", TALK, GB18030);
    ReadOptions wrong = new ReadOptions("qianniu-text", StandardCharsets.UTF_8, Map.of(), null);
    Result result = Exports.read(wrong, file);
    assertEquals(List.of(), result.said());
    assertEquals(6, result.account().rejected());
    assertTrue(result.rejects().get(0).reason().contains("--charset"));
    ReadOptions right = new ReadOptions(null, GB18030, Map.of(), null);
    assertEquals(SAID, Exports.read(right, file).said());
  }

  @Test
  void anUnknownLayoutTellsWhatWasTriedAndWhatToDo() throws IOException {
    Path file = file("发货单.csv", "单号,谁,说了什么\n1,小满,你好\n", StandardCharsets.UTF_8);
    String message =
        message(
            assertThrows(
                UnknownLayoutException.class, () -> Exports.read(ReadOptions.DEFAULT, file)));
    for (Layout layout : Layout.values()) {
      assertTrue(message.contains("\n  " + layout.id() + "："), message);
    }
    assertTrue(message.contains("发货单.csv"), message);
    assertTrue(message.contains("--columns"), message);
  }

  @Test
  void inADirectoryAnUnknownFileIsOneReject() throws IOException {
    file("b.txt", TALK, StandardCharsets.UTF_8);
    file("a.md", "这里是说明。\n两行。\n", StandardCharsets.UTF_8);
    Files.write(directory.resolve("c.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
    Files.write(
        directory.resolve("d.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
    file(".DS_Store", "x", StandardCharsets.UTF_8);
    Result result = Exports.read(ReadOptions.DEFAULT, directory);
    assertEquals(
        List.of("a.md unknown 1", "b.txt qianniu-text 0", "c.zip unknown 1", "d.xls unknown 1"),
        result.accounts().stream()
            .map(a -> a.file().replaceAll(".*/", "") + " " + a.layout() + " " + a.rejected())
            .toList());
    assertEquals(3, result.rejects().size());
    assertEquals(SAID, result.said());
    assertThrows(
        LogFileException.class,
        () -> Exports.read(ReadOptions.DEFAULT, directory.resolve("d.xls")));
    assertThrows(
        LogFileException.class,
        () -> Exports.read(ReadOptions.DEFAULT, directory.resolve("c.zip")));
    assertThrows(
        LogFileException.class,
        () -> Exports.read(ReadOptions.DEFAULT, directory.resolve("nowhere")));
  }

  @Test
  void optionsThatMeanNothingAreRefused() throws IOException {
    Path file = file("t.txt", TALK, StandardCharsets.UTF_8);
    String layout =
        message(
            assertThrows(
                LogFileException.class,
                () -> Exports.read(new ReadOptions("qq", null, Map.of(), null), file)));
    assertTrue(layout.contains("qianniu-text"), layout);
    String kind =
        message(
            assertThrows(
                LogFileException.class,
                () -> Exports.read(new ReadOptions("jd-json", null, Map.of(), null), file)));
    assertTrue(kind.contains("文本"), kind);
    String column =
        message(
            assertThrows(
                LogFileException.class, () -> Exports.read(columns(Map.of("天气", "晴")), file)));
    assertTrue(column.contains("消息内容"), column);
  }

  @Test
  void relativeDatesNeedTheDayOfTheExport() throws IOException {
    String table = "发送方,时间,消息内容\n人工客服,昨天 21:03,在的\n用户,今天 8:00,好\n用户,12-31 08:00,早\n";
    Path file = file("t.csv", table, StandardCharsets.UTF_8);
    String message =
        message(
            assertThrows(LogFileException.class, () -> Exports.read(ReadOptions.DEFAULT, file)));
    assertTrue(message.contains("--exported-on"), message);
    ReadOptions dated = new ReadOptions(null, null, Map.of(), LocalDate.of(2026, 3, 1));
    assertEquals(
        List.of("2026-02-28T21:03+08:00", "2026-03-01T08:00+08:00", "2025-12-31T08:00+08:00"),
        Exports.read(dated, file).conversations().get(0).messages().stream()
            .map(message1 -> String.valueOf(message1.at()))
            .toList());
  }

  @Test
  void columnsAreToldByNameOrNumber() throws IOException {
    Path headless = file("a.csv", "x1,顾客,你好\nx1,商家,在的\n", StandardCharsets.UTF_8);
    Result byNumber =
        Exports.read(columns(Map.of("会话ID", "#1", "角色", "#2", "消息内容", "#3")), headless);
    assertEquals(List.of("buyer : 你好", "agent : 在的"), byNumber.said());
    assertEquals(0, byNumber.account().noise());
    assertEquals("x1", byNumber.conversations().get(0).id());

    Path odd = file("b.csv", "时间,发送方,消息内容,备注\n下午三点,客服,错,对\n", StandardCharsets.UTF_8);
    Result byName = Exports.read(columns(Map.of("消息内容", "备注", "时间", "")), odd);
    assertEquals(List.of("agent : 对"), byName.said());
  }

  @Test
  void agentsWithoutAShopsPrefixAreNamedByTheUser() throws IOException {
    Path file = file("t.txt", TALK.replace("知夏书店旗舰店:", ""), StandardCharsets.UTF_8);
    assertEquals(
        Set.of(Role.BUYER), roles(Exports.read(ReadOptions.DEFAULT, file).conversations()));
    Result named = Exports.read(columns(Map.of("客服", "小雨|小满")), file);
    assertEquals("agent 小满: 包邮的，今天发", named.said().get(2));
    assertEquals("青石板", named.conversations().get(0).id());
  }

  private static Set<Role> roles(List<LogConversation> conversations) {
    Set<Role> roles = new HashSet<>();
    conversations.forEach(c -> c.messages().forEach(m -> roles.add(m.role())));
    return roles;
  }

  @Test
  void textOfAnHtmlPageIsReadAsText() throws IOException {
    String page =
        "<html><body>"
            + TALK.lines().map(line -> "<p>" + line + "</p>").collect(Collectors.joining())
            + "</body></html>";
    Result result = read("t.html", page);
    assertEquals("qianniu-text", result.account().layout());
    assertEquals(SAID, result.said());
  }

  @Test
  void conversationsThatInterleaveArePutTogether() throws IOException {
    Result result = read("t.csv", "会话ID,发送方,消息内容\n1,买家,a\n2,买家,b\n1,客服,c\n2,客服,d\n");
    assertEquals(
        List.of("1 [a, c]", "2 [b, d]"),
        result.conversations().stream()
            .map(c -> c.id() + " " + c.messages().stream().map(m -> m.text()).toList())
            .toList());
  }

  /** More conversations than are held open: the one that rested longest is handed on. */
  @Test
  void aBoundedNumberOfMessagesIsHeld() throws IOException {
    Path file = directory.resolve("t.csv");
    int others = 50_000;
    try (Writer table = Files.newBufferedWriter(file)) {
      table.write("会话ID,发送方,消息内容\n");
      table.write("first,买家,在吗\n");
      for (int i = 0; i < others; i++) {
        table.write("c" + i + ",买家,在吗\n");
      }
      table.write("first,客服,在的\n");
    }
    Result result = Exports.read(ReadOptions.DEFAULT, file);
    assertEquals(others + 2, result.account().messages());
    assertEquals("first", result.conversations().get(0).id());
    assertEquals(
        List.of(1, 1),
        result.conversations().stream()
            .filter(c -> c.id().equals("first"))
            .map(c -> c.messages().size())
            .toList());
    assertEquals(others + 2, result.conversations().size());
  }

  @Test
  void behindABrokenJsonRecordReadingGoesOnInItsSession() throws IOException {
    String json =
        """
        [{"sessionId": "s1", "waiterName": "小满", "chatMessages": [
          {"content": "一", "isFromWaiter": true},
          {"content": "二", "isFromWaiter": tr},
          {"content": "三", "isFromWaiter": true},
          {"isFromWaiter": true},
          {"content": "五", "isFromWaiter": false}]},
         {"sessionId": "s2", "waiterName": "小雨", "chatMessages": [
          {"content": "六", "isFromWaiter": true}]}]
        """;
    Result result = read("t.json", json);
    assertEquals(
        List.of("s1 [一, 三, 五]", "s2 [六]"),
        result.conversations().stream()
            .map(c -> c.id() + " " + c.messages().stream().map(m -> m.text()).toList())
            .toList());
    assertEquals("agent 小雨: 六", result.said().get(3));
    assertEquals(List.of(2L, 4L), result.rejects().stream().map(Reject::line).toList());
  }

  @Test
  void nobodyKnowsWhoseTheLinesBehindABrokenHeaderAre() throws IOException {
    Result result = read("t.txt", TALK.replace("青石板 2025-9-19", "青石板 2025-13-19"));
    assertEquals(List.of(SAID.get(0), SAID.get(2)), result.said());
    assertEquals(List.of(3L, 4L), result.rejects().stream().map(Reject::line).toList());
  }

  @Test
  void oneLineMayNotFillTheMemory() throws IOException {
    String longLine = IntStream.range(0, 1 << 20).mapToObj(i -> "长长").collect(Collectors.joining());
    Result result = read("t.txt", TALK + longLine + "\n" + TALK);
    assertEquals(6, result.account().messages());
    assertEquals(1, result.account().rejected());
    assertEquals(13, result.account().lines());
  }
}
