package com.replylinter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.replylinter.explain.Explanation;
import com.replylinter.explain.Explanation.BoundaryChange;
import com.replylinter.explain.Explanation.BoundaryEffect;
import com.replylinter.explain.Explanation.Piece;
import com.replylinter.explain.Explanation.Suspect;
import com.replylinter.finding.Report;
import com.replylinter.judge.Dismissal;
import com.replylinter.judge.Dismissal.Cause;
import com.replylinter.judge.Listening;
import com.replylinter.judge.Listening.Heard;
import com.replylinter.judge.Origin;
import com.replylinter.phrasebook.Condition;
import com.replylinter.phrasebook.Pattern.Literal;
import com.replylinter.phrasebook.Rule.Clue;
import com.replylinter.phrasebook.Rule.Exceptions;
import com.replylinter.phrasebook.Rule.WrittenPattern;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.phrasebook.Severity;
import com.replylinter.text.Span;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationWriterTest {

  @Test
  void writesEveryField() throws IOException {
    RuleId rule = RuleId.parse("invoice/refuse");
    WrittenPattern say = new WrittenPattern("开不了", new Literal("开不了"));
    WrittenPattern asked = new WrittenPattern("<问发票>", new Literal("发票"));
    Clue clue =
        new Clue(null, asked, List.of(say), null, 1, Exceptions.NONE, false, Condition.ALWAYS);
    Span span = new Span(0, 3);
    Explanation explanation =
        new Explanation(
            new Report("c1", true, "1", List.of(), null, List.of()),
            List.of(
                new Suspect(
                    rule,
                    "拒开发票",
                    Severity.BLOCK,
                    span,
                    "开不了",
                    List.of("开不了"),
                    new Origin.Written(clue, say),
                    0,
                    new Dismissal(Cause.DOUBLE_NEGATION, "双重否定")),
                new Suspect(
                    rule,
                    "拒开发票",
                    Severity.BLOCK,
                    span,
                    "开不了",
                    List.of("开不了"),
                    new Origin.Learned(0.12345f, -0.1f),
                    null,
                    null),
                new Suspect(
                    rule,
                    "拒开发票",
                    Severity.BLOCK,
                    span,
                    "开不了",
                    List.of("开不了"),
                    new Origin.Noticed("三句无表情"),
                    null,
                    null)),
            "开不了",
            List.of(new Piece(span, "开不了")),
            List.of(new Piece(new Span(0, 1), "开")),
            new Listening(
                List.of(0),
                List.of(1, 0),
                List.of(new Heard("<问发票>", 0)),
                List.of(new Heard("<票>", null))),
            new BoundaryEffect(
                List.of(new BoundaryChange(rule, span, "开不了", false, "会多报")), "没有分词边界，会多报。"));

    ObjectMapper mapper = new ObjectMapper();
    assertEquals(
        mapper.readTree(
            """
            {"id": "c1", "verdict": "pass", "complete": true, "phrasebook": "1", "findings": [], "traps": [],
             "candidates": [
               {"rule": "invoice/refuse", "title": "拒开发票", "severity": "block", "start": 0, "end": 3,
                "matched": "开不了", "words": ["开不了"],
                "foundBy": {"pattern": "开不了", "asked": "<问发票>"}, "because": {"turn": 0},
                "kept": false, "dropped": {"cause": "double-negation", "reason": "双重否定"}},
               {"rule": "invoice/refuse", "title": "拒开发票", "severity": "block", "start": 0, "end": 3,
                "matched": "开不了", "words": ["开不了"], "foundBy": {"margin": 0.123, "needed": -0.1},
                "kept": true},
               {"rule": "invoice/refuse", "title": "拒开发票", "severity": "block", "start": 0, "end": 3,
                "matched": "开不了", "words": ["开不了"], "foundBy": {"notice": "三句无表情"},
                "kept": true}],
             "normalized": "开不了",
             "clauses": [{"start": 0, "end": 3, "text": "开不了"}],
             "tokens": [{"start": 0, "end": 1, "text": "开"}],
             "heard": {"asked": [0], "open": [1, 0], "questions": [{"pattern": "<问发票>", "turn": 0}],
                       "topics": [{"pattern": "<票>"}]},
             "boundaries": {"changes": [{"rule": "invoice/refuse", "start": 0, "end": 3, "matched": "开不了",
                                         "kept": false, "reason": "会多报"}],
                            "summary": "没有分词边界，会多报。"}}
            """),
        mapper.readTree(ExplanationWriter.toBytes(explanation)));
  }
}
