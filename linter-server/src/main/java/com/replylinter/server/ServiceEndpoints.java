package com.replylinter.server;

import io.javalin.http.Context;
import java.util.function.Supplier;

/** Tells operators and their machines how the service fares. */
final class ServiceEndpoints {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Supplier<LiveBook> book;
  private final Meters meters;

  ServiceEndpoints(Supplier<LiveBook> book, Meters meters) {
    this.book = book;
    this.meters = meters;
  }

  /** {@code GET /healthz}: the process answers. */
  void health(Context ctx) {
    answer(
        ctx,
        json -> {
          json.writeStartObject();
          json.writeStringField("status", "ok");
          json.writeEndObject();
        });
  }

  /** {@code GET /readyz}: the phrasebook is loaded and checked; 503 before. */
  void ready(Context ctx) {
    LiveBook live = book.get();
    answer(
        ctx,
        json -> {
          json.writeStartObject();
          json.writeBooleanField("ready", true);
          json.writeStringField("phrasebook", live.phrasebook().version());
          json.writeNumberField("rules", live.phrasebook().rules().size());
          json.writeArrayFieldStart("quarantined");
          for (String id : live.quarantinedRules()) {
            json.writeString(id);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** {@code GET /metrics}. */
  void metrics(Context ctx) {
    ctx.contentType(PROMETHEUS).result(meters.scrape());
  }

  private static void answer(Context ctx, Json.Value value) {
    ctx.contentType(Json.CONTENT_TYPE)
        .header("Cache-Control", "no-store")
        .result(Json.toBytes(value));
  }
}
