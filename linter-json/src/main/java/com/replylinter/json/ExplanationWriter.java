package com.replylinter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.replylinter.explain.Explanation;
import com.replylinter.explain.Explanation.BoundaryChange;
import com.replylinter.explain.Explanation.Piece;
import com.replylinter.explain.Explanation.Suspect;
import com.replylinter.judge.Dismissal;
import com.replylinter.judge.Listening;
import com.replylinter.judge.Listening.Heard;
import com.replylinter.judge.Origin;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Rule.WrittenPattern;
import com.replylinter.text.Span;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes explanations as JSON: the fields of the report, and after them what it rests on. */
public final class ExplanationWriter {
  private ExplanationWriter() {}

  /** One explanation as UTF-8, on one line, without a line end. */
  public static byte[] toBytes(Explanation explanation) {
    return ReportWriter.bytes(json -> write(explanation, json));
  }

  private static void write(Explanation explanation, JsonGenerator json) throws IOException {
    json.writeStartObject();
    ReportWriter.writeFields(explanation.report(), json);
    json.writeArrayFieldStart("candidates");
    for (Suspect candidate : explanation.candidates()) {
      write(candidate, json);
    }
    json.writeEndArray();
    json.writeStringField("normalized", explanation.normalized());
    write("clauses", explanation.clauses(), json);
    write("tokens", explanation.tokens(), json);
    write(explanation.listening(), json);
    json.writeObjectFieldStart("boundaries");
    json.writeArrayFieldStart("changes");
    for (BoundaryChange change : explanation.boundaries().changes()) {
      json.writeStartObject();
      json.writeStringField("rule", change.rule().toString());
      write(change.span(), json);
      json.writeStringField("matched", change.matched());
      json.writeBooleanField("kept", change.kept());
      json.writeStringField("reason", change.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("summary", explanation.boundaries().summary());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(Suspect candidate, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", candidate.rule().toString());
    json.writeStringField("title", candidate.title());
    json.writeStringField("severity", candidate.severity().label());
    write(candidate.span(), json);
    json.writeStringField("matched", candidate.matched());
    json.writeArrayFieldStart("words");
    for (String word : candidate.words()) {
      json.writeString(word);
    }
    json.writeEndArray();
    write(candidate.origin(), json);
    ReportWriter.writeBecause(candidate.becauseTurn(), json);
    json.writeBooleanField("kept", candidate.kept());
    Dismissal dismissal = candidate.dismissal();
    if (dismissal != null) {
      json.writeObjectFieldStart("dropped");
      json.writeStringField("cause", dismissal.cause().label());
      json.writeStringField("reason", dismissal.reason());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void write(Origin origin, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("foundBy");
    if (origin instanceof Origin.Written written) {
      Rule.Clue clue = written.clue();
      json.writeStringField("pattern", written.pattern().source());
      optional("about", clue.about(), json);
      optional("asked", clue.asked(), json);
    } else if (origin instanceof Origin.Noticed noticed) {
      json.writeStringField("notice", noticed.notice());
    } else if (origin instanceof Origin.Learned learned) {
      json.writeNumberField("margin", rounded(learned.margin()));
      json.writeNumberField("needed", rounded(learned.needed()));
    }
    json.writeEndObject();
  }

  private static void write(String name, List<Piece> pieces, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Piece piece : pieces) {
      json.writeStartObject();
      write(piece.span(), json);
      json.writeStringField("text", piece.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(Listening listening, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("heard");
    turns("asked", listening.asked(), json);
    turns("open", listening.open(), json);
    write(listening.questions(), "questions", json);
    write(listening.topics(), "topics", json);
    json.writeEndObject();
  }

  private static void write(List<Heard> patterns, String name, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Heard heard : patterns) {
      json.writeStartObject();
      json.writeStringField("pattern", heard.pattern());
      Integer turn = heard.turn();
      if (turn != null) {
        json.writeNumberField("turn", turn);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void turns(String name, List<Integer> turns, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (int turn : turns) {
      json.writeNumber(turn);
    }
    json.writeEndArray();
  }

  private static void write(Span span, JsonGenerator json) throws IOException {
    json.writeNumberField("start", span.start());
    json.writeNumberField("end", span.end());
  }

  private static void optional(String name, @Nullable WrittenPattern pattern, JsonGenerator json)
      throws IOException {
    if (pattern != null) {
      json.writeStringField(name, pattern.source());
    }
  }

  /** To the thousandth: more says nothing. */
  private static double rounded(float margin) {
    return Math.round(margin * 1000) / 1000.0;
  }
}
