package com.replylinter.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.Turn.Role;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.LogMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonlReaderTest {
  private final List<LogConversation> read = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();

  private FileAccount read(byte[] bytes) {
    try {
      Ledger ledger = new Ledger("f", true, read::add, rejects::add);
      new JsonlReader(ledger).read(new ByteArrayInputStream(bytes));
      return ledger.close(JsonlReader.LAYOUT, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private FileAccount read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aConversationALine() {
    FileAccount account =
        read(
            "\uFEFF{\"id\": 7, \"messages\": [{\"role\": \"buyer\", \"text\": \"在吗\", \"at\":"
                + " \"2026-11-22T10:21:33+08:00\"}, {\"role\": \"agent\", \"sender\": \"店:小美\","
                + " \"text\": \"[图片]\", \"at\": null}]}\r\n\r\n{\"id\": \"e\", \"messages\": []}");

    OffsetDateTime at = OffsetDateTime.parse("2026-11-22T10:21:33+08:00");
    assertEquals(
        List.of(
            new LogConversation(
                "7",
                "f",
                List.of(
                    new LogMessage(1, Role.BUYER, "", "在吗", at, false),
                    new LogMessage(1, Role.AGENT, "店:小美", "[图片]", null, true))),
            new LogConversation("e", "f", List.of())),
        read);
    assertEquals(new FileAccount("f", "jsonl", StandardCharsets.UTF_8, 4, 2, 0, 2, 0), account);
    assertEquals(List.of(), rejects);
  }

  @Test
  void messagesOfAConversationStandTogether() {
    String a = "{\"conversation\": \"a\", \"role\": \"buyer\", \"text\": \"1\"}\n";
    String b = "{\"conversation\": \"b\", \"role\": \"bot\", \"text\": \"2\"}\n";

    FileAccount account = read(a + a + b + a);

    assertEquals(
        List.of("a 2", "b 1", "a 1"),
        read.stream().map(each -> each.id() + " " + each.messages().size()).toList());
    assertEquals(4, read.get(2).messages().get(0).line());
    assertEquals(4, account.messages());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"conversation\":\"a\",\"role\":\"buyer\",\"text\":\"x\",\"colour\":1} | 不认识的字段：colour",
        "{\"id\":\"a\",\"messages\":[{\"role\":\"buyer\",\"text\":\"x\",\"id\":1}]} | 不认识的字段：id",
        "{\"conversation\":\"a\",\"role\":\"客服\",\"text\":\"x\"} | role 应为 buyer、agent、bot 或 system",
        "{\"conversation\":\"a\",\"role\":\"buyer\"} | 缺少 text",
        "{\"id\":\"a\"} | 缺少 messages，也不是单条消息（conversation、role、text）",
        "{\"conversation\":\"a\",\"role\":\"buyer\",\"text\":\"x\",\"at\":\"2026-13-01T00:00:00+08:00\"} | at 应为带时区的时间，如 2026-11-22T10:21:33+08:00",
        "[1] | 不是 JSON 对象",
        "{\"id\":\"a\",\"messages\":[]} {} | 一行里不止一个 JSON 对象",
      })
  void aBadLineIsRejectedWithItsReasonAndTheRestIsRead(String line, String reason) {
    String good = "{\"conversation\": \"a\", \"role\": \"buyer\", \"text\": \"1\"}";

    FileAccount account = read(good + "\n" + line + "\n" + good);

    assertEquals(List.of(new Reject("f", 2, reason, line)), rejects);
    assertEquals(2, account.messages());
    assertEquals(1, account.rejected());
    assertEquals(3, account.lines());
  }

  @Test
  void everyLineOfAMutilatedFileIsAccountedFor() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      log.append("{\"conversation\": \"").append(i / 5);
      log.append("\", \"role\": \"agent\", \"text\": \"亲，第").append(i).append("句👍\"}\n");
    }
    byte[] whole = log.toString().getBytes(StandardCharsets.UTF_8);
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      byte[] bytes = whole.clone();
      int cut = random.nextInt(bytes.length);
      System.arraycopy(whole, cut, bytes, cut - random.nextInt(cut + 1), bytes.length - cut);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      bytes = Arrays.copyOf(bytes, bytes.length - random.nextInt(20));
      read.clear();
      rejects.clear();

      FileAccount account = read(bytes);

      long lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1).length;
      lines -= bytes[bytes.length - 1] == '\n' ? 1 : 0;
      assertEquals(lines, account.lines());
      assertEquals(account.lines(), account.messages() + account.noise() + account.rejected());
      assertEquals(account.rejected(), rejects.size());
      assertEquals(
          account.messages(), read.stream().mapToLong(each -> each.messages().size()).sum());
      assertTrue(account.messages() > 0);
    }
  }

  @Test
  void aLineMayBeLongerThanAnyBuffer() {
    String text = "长".repeat(400_000);

    read("{\"conversation\": \"a\", \"role\": \"buyer\", \"text\": \"" + text + "\"}\n\n");

    assertEquals(text, read.get(0).messages().get(0).text());
  }
}
