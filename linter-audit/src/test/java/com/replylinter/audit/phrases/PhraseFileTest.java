package com.replylinter.audit.phrases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.replylinter.audit.phrases.PhraseFile.Place;
import com.replylinter.audit.phrases.PhraseFile.Remark;
import com.replylinter.audit.phrases.PhraseSheet.Phrase;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
  void aTableIsReadInAnyEncoding(String charset) throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(
        file, "编码,快捷短语\r\nhi,\"您好，\"\"亲\"\"\n在的\"\r\n\r\nok,好的\r\n", Charset.forName(charset));

    PhraseSheet sheet = PhraseFile.read(file, null).get(0);

    assertEquals(
        List.of(new Phrase(1, 1, "您好，\"亲\"\n在的"), new Phrase(3, 1, "好的")), sheet.phrases());
  }

  @Test
  void withoutAHeadingTheColumnWithMostTextIsTaken() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "1,发票,发票免费开的，您把抬头发我\n2,问候,您好，请问有什么可以帮您\n");

    assertEquals(
        List.of(new Phrase(0, 2, "发票免费开的，您把抬头发我"), new Phrase(1, 2, "您好，请问有什么可以帮您")),
        PhraseFile.read(file, null).get(0).phrases());
  }

  @Test
  void everyLineOfAListIsAReply() throws IOException {
    Path file = folder.resolve("a.txt");
    Files.writeString(file, "\uFEFF您好\r\n\r\n好的亲");

    assertEquals(
        List.of(new Phrase(0, 0, "您好"), new Phrase(2, 0, "好的亲")),
        PhraseFile.read(file, null).get(0).phrases());
  }

  @ParameterizedTest
  @ValueSource(strings = {"b.xlsx", "b.csv", "b.txt"})
  void remarksStandBesideWhatWasThere(String name) throws IOException {
    List<PhraseSheet> sheets =
        List.of(
            new PhraseSheet(
                "短语", List.of(List.of("编码", "话术"), List.of("a", "加我微信"), List.of("b", "好的"))));
    Map<Place, Remark> remarks =
        Map.of(
            new Place(0, new Phrase(1, 1, "加我微信")), new Remark("拦截", "请在这里说"),
            new Place(0, new Phrase(2, 1, "好的")), new Remark("通过", ""));
    Path file = folder.resolve(name);

    PhraseFile.write(sheets, remarks, file);

    if (name.endsWith("txt")) {
      assertEquals("编码\t话术\t检查结果\t建议改写\na\t加我微信\t拦截\t请在这里说\nb\t好的\t通过\t\n", Files.readString(file));
    } else {
      assertEquals(
          List.of(
              List.of("编码", "话术", "检查结果", "建议改写"),
              List.of("a", "加我微信", "拦截", "请在这里说"),
              List.of("b", "好的", "通过", "")),
          PhraseFile.read(file, null).get(0).rows());
    }
  }
}
