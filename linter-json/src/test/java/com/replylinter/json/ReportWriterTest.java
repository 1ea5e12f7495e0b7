package com.replylinter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.replylinter.finding.Commitment;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Report;
import com.replylinter.finding.Trap;
import com.replylinter.phrasebook.Commits;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.phrasebook.Severity;
import com.replylinter.text.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportWriterTest {

  @Test
  void writesEveryField() throws IOException {
    Finding finding = finding("加6个点的税点", new Finding.PenaltyNote(6, "违背承诺", true), 0);
    Trap trap = new Trap(RuleId.parse("trap/invoice"), "问发票", "请答应。", "要扣分。", "亲，可以的。", 2);
    Trap answerless = new Trap(RuleId.parse("trap/cod"), "问到付", "请说明。", "要扣分。", null, 0);
    Report report =
        new Report(
            "c1",
            true,
            "2026.11.22-3f9c1a",
            List.of(finding),
            "亲，发票免费。",
            List.of(trap, answerless));

    assertEquals(
        """
        {"id":"c1","verdict":"block","complete":true,"phrasebook":"2026.11.22-3f9c1a",\
        "findings":[{"rule":"invoice/charge-tax-point","title":"向买家收取税点","severity":"block",\
        "start":6,"end":13,"matched":"加6个点的税点","message":"请改。","why":"不得收费。",\
        "penalty":{"points":6,"basis":"违背承诺","sourcesDiffer":true},\
        "rewrites":["亲，发票免费。"],"because":{"turn":0}}],\
        "rewritten":"亲，发票免费。","traps":[{"rule":"trap/invoice","title":"问发票",\
        "message":"请答应。","why":"要扣分。","reply":"亲，可以的。","because":{"turn":2}},\
        {"rule":"trap/cod","title":"问到付","message":"请说明。","why":"要扣分。","because":{"turn":0}}]}""",
        utf8(ReportWriter.toBytes(report)));
  }

  @ParameterizedTest
  @MethodSource("commitments")
  void writesWhatIsPromised(Commitment commitment, String expected) throws IOException {
    Finding plain = finding("x", null, null);
    Finding finding =
        new Finding(
            plain.rule(),
            plain.title(),
            plain.severity(),
            plain.span(),
            plain.matched(),
            plain.message(),
            plain.why(),
            null,
            List.of(),
            List.of(),
            commitment,
            null);
    byte[] json =
        ReportWriter.toBytes(new Report(null, true, "v", List.of(finding), null, List.of()));
    assertEquals(
        expected, new ObjectMapper().readTree(json).at("/findings/0/commitment").toString());
  }

  static Stream<Arguments> commitments() {
    return Stream.of(
        Arguments.of(
            new Commitment(
                Commits.Type.AFTER_SALES,
                "换新",
                "顺丰",
                new Commitment.Days(3, 3),
                "明天",
                new BigDecimal("10.00")),
            "{\"type\":\"after-sales\",\"what\":\"换新\",\"courier\":\"顺丰\",\"days\":3,"
                + "\"by\":\"明天\",\"amount\":\"10.00\",\"currency\":\"CNY\"}"),
        Arguments.of(
            new Commitment(Commits.Type.ARRIVAL, null, null, new Commitment.Days(3, 5), null, null),
            "{\"type\":\"arrival\",\"days\":{\"min\":3,\"max\":5}}"),
        Arguments.of(
            new Commitment(Commits.Type.GIFT, null, null, null, null, null),
            "{\"type\":\"gift\"}"));
  }

  @Test
  void leavesOutWhatIsAbsent() throws IOException {
    Report clean = new Report(null, false, "v", List.of(), null, List.of());
    assertEquals(
        "{\"verdict\":\"pass\",\"complete\":false,\"phrasebook\":\"v\",\"findings\":[],\"traps\":[]}",
        utf8(ReportWriter.toBytes(clean)));

    Finding withoutPoints = finding("x", new Finding.PenaltyNote(null, "赔付", false), null);
    assertEquals(
        "{\"basis\":\"赔付\",\"sourcesDiffer\":false}",
        new ObjectMapper()
            .readTree(
                ReportWriter.toBytes(
                    new Report(null, true, "v", List.of(withoutPoints), null, List.of())))
            .at("/findings/0/penalty")
            .toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ud800",
        "\udc00\ud800",
        "a\ud83d",
        "\udc4db",
        "👍🏻",
        "\u0000\u0007\u001b[31m",
        "\"\\\n\r\t\u2028",
        "</script>"
      })
  void staysValidUtf8AndComesBackUnchanged(String hostile) throws IOException {
    Report report =
        new Report(hostile, true, "v", List.of(finding(hostile, null, null)), hostile, List.of());

    byte[] bytes = ReportWriter.toBytes(report);

    var json = new ObjectMapper().readTree(utf8(bytes));
    assertEquals(hostile, json.at("/id").textValue());
    assertEquals(hostile, json.at("/findings/0/matched").textValue());
    assertEquals(hostile, json.at("/rewritten").textValue());
    assertEquals(-1, utf8(bytes).indexOf('\n'), "one line");
    assertEquals(
        hostile,
        new ObjectMapper()
            .readTree(utf8(ReportWriter.errorBytes(hostile, hostile)))
            .at("/error")
            .textValue());
  }

  @Test
  void keepsEmojiReadable() throws IOException {
    assertEquals("{\"id\":\"👍🏻\",\"error\":\"坏\"}", utf8(ReportWriter.errorBytes("👍🏻", "坏")));
    assertEquals("{\"error\":\"坏\\uD83D\"}", utf8(ReportWriter.errorBytes(null, "坏\ud83d")));
  }

  private static Finding finding(
      String matched, Finding.@Nullable PenaltyNote penalty, @Nullable Integer turn) {
    return new Finding(
        RuleId.parse("invoice/charge-tax-point"),
        "向买家收取税点",
        Severity.BLOCK,
        new Span(6, 13),
        matched,
        "请改。",
        "不得收费。",
        penalty,
        List.of("亲，发票免费。"),
        List.of(),
        null,
        turn);
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
