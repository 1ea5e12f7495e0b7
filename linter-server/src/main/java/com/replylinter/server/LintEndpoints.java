package com.replylinter.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.replylinter.LintRequest;
import com.replylinter.explain.Explanation;
import com.replylinter.finding.Report;
import com.replylinter.json.BadRequest;
import com.replylinter.json.ExplanationWriter;
import com.replylinter.json.LineReader;
import com.replylinter.json.LineReader.Line;
import com.replylinter.json.ReportWriter;
import com.replylinter.json.RequestReader;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lints drafts: one at a time, or a batch of them, answered in order. */
final class LintEndpoints {
  /** Longest body of one request, in bytes: the longest draft and a long conversation fit. */
  static final int MAX_REQUEST_BYTES = 512 << 10;

  /** Longest batch sent as an array, in bytes; a stream of lines has no limit. */
  static final int MAX_ARRAY_BYTES = 1 << 20;

  /** Most requests in a batch sent as an array. */
  static final int MAX_ARRAY_LENGTH = 1_000;

  /** Batches under way at once; they may be long, and single requests must not wait for them. */
  static final int MAX_BATCHES = 4;

  private final Supplier<LiveBook> book;
  private final Meters meters;
  private final Semaphore batches = new Semaphore(MAX_BATCHES);

  LintEndpoints(Supplier<LiveBook> book, Meters meters) {
    this.book = book;
    this.meters = meters;
  }

  /** {@code POST /v1/lint}. */
  void lint(Context ctx) throws IOException, BadRequest {
    LiveBook live = book.get();
    Report report = live.linter().lint(request(ctx, live));
    meters.report(report);
    ctx.contentType(Json.CONTENT_TYPE).result(ReportWriter.toBytes(report));
  }

  /** {@code POST /v1/explain}. Its findings are not counted: nobody is about to send the draft. */
  void explain(Context ctx) throws IOException, BadRequest {
    LiveBook live = book.get();
    Explanation explanation = live.linter().explain(request(ctx, live));
    ctx.contentType(Json.CONTENT_TYPE).result(ExplanationWriter.toBytes(explanation));
  }

  private static LintRequest request(Context ctx, LiveBook live) throws IOException, BadRequest {
    Bodies.requireType(ctx, Json.CONTENT_TYPE);
    return RequestReader.read(Bodies.read(ctx, MAX_REQUEST_BYTES), live.phrasebook());
  }

  /** {@code POST /v1/lint/batch}. */
  void batch(Context ctx) throws IOException, BadRequest {
    LiveBook live = book.get();
    Bodies.requireType(ctx, Json.CONTENT_TYPE, Bodies.NDJSON);
    if (!batches.tryAcquire()) {
      throw new RequestFault(
          Fault.BUSY, "同时处理的批量检查太多，请稍后再试。", "Too many batches at once, try again soon.");
    }
    try {
      if (Bodies.NDJSON.equals(Bodies.type(ctx))) {
        lines(ctx, live);
      } else {
        array(ctx, live);
      }
    } finally {
      batches.release();
    }
  }

  private void array(Context ctx, LiveBook live) throws IOException, BadRequest {
    JsonNode items = RequestReader.parse(Bodies.read(ctx, MAX_ARRAY_BYTES));
    if (!items.isArray()) {
      throw new RequestFault(
          Fault.MALFORMED,
          "批量检查的内容应为 JSON 数组，或者每行一个请求（" + Bodies.NDJSON + "）。",
          "A batch must be a JSON array, or one request a line (" + Bodies.NDJSON + ").");
    }
    if (items.size() > MAX_ARRAY_LENGTH) {
      throw new RequestFault(
          Fault.TOO_LARGE,
          "一次最多 " + MAX_ARRAY_LENGTH + " 条，更多请用 " + Bodies.NDJSON + "。",
          "At most " + MAX_ARRAY_LENGTH + " requests; send more as " + Bodies.NDJSON + ".");
    }
    Locale locale = Problems.language(ctx);
    OutputStream out = ctx.contentType(Json.CONTENT_TYPE).outputStream();
    out.write('[');
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      JsonNode item = items.get(i);
      out.write(answer(live, locale, () -> RequestReader.read(item, live.phrasebook())));
    }
    out.write(']');
  }

  private void lines(Context ctx, LiveBook live) throws IOException {
    Locale locale = Problems.language(ctx);
    LineReader reader = new LineReader(ctx.bodyInputStream(), MAX_REQUEST_BYTES);
    OutputStream out = ctx.contentType(Bodies.NDJSON).outputStream();
    for (Line line = reader.next(); line != null; line = reader.next()) {
      if (!line.isBlank()) {
        out.write(answer(live, locale, line));
        out.write('\n');
      }
      if (reader.wouldWait()) {
        ctx.res().flushBuffer(); // Javalin's stream ignores flush()
      }
    }
  }

  private byte[] answer(LiveBook live, Locale locale, Line line) {
    return answer(
        live,
        locale,
        () -> {
          if (line.tooLong()) {
            throw RequestReader.tooLarge(MAX_REQUEST_BYTES);
          }
          return RequestReader.read(line.bytes(), live.phrasebook());
        });
  }

  /** The report, or what is wrong with the request, in its place: one bad item spoils no other. */
  private byte[] answer(LiveBook live, Locale locale, Item item) {
    LintRequest request;
    try {
      request = item.read();
    } catch (BadRequest bad) {
      return ReportWriter.errorBytes(bad.id(), bad.message(locale));
    }
    try {
      Report report = live.linter().lint(request);
      meters.report(report);
      return ReportWriter.toBytes(report);
    } catch (RuntimeException e) {
      String incident = Problems.log("an item of a batch", e);
      return ReportWriter.errorBytes(
          request.id(), Fault.INTERNAL.title(locale) + " (" + incident + ")");
    }
  }

  /** One request of a batch, not read yet. */
  private interface Item {
    LintRequest read() throws BadRequest;
  }
}
