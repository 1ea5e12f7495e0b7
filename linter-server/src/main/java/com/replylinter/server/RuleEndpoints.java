package com.replylinter.server;

import com.fasterxml.jackson.core.JsonGenerator;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.phrasebook.Example;
import com.replylinter.phrasebook.Penalty;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.text.Span;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows the live phrasebook. */
final class RuleEndpoints {
  private final Supplier<LiveBook> book;

  RuleEndpoints(Supplier<LiveBook> book) {
    this.book = book;
  }

  /** {@code GET /v1/rules}. */
  void list(Context ctx) {
    LiveBook live = book.get();
    answer(
        ctx,
        json -> {
          json.writeStartObject();
          json.writeStringField("phrasebook", live.phrasebook().version());
          json.writeArrayFieldStart("rules");
          for (Rule rule : live.phrasebook().rules()) {
            write(rule, json);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("quarantined");
          for (String id : live.quarantinedRules()) {
            json.writeString(id);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** {@code GET /v1/rules/{family}/{name}}; a former id will do. */
  void one(Context ctx) {
    LiveBook live = book.get();
    Rule rule =
        id(ctx)
            .flatMap(live.phrasebook()::rule)
            .orElseThrow(
                () -> new RequestFault(Fault.NOT_FOUND, "没有这条规则。", "There is no such rule."));
    answer(ctx, json -> write(rule, json));
  }

  private static Optional<RuleId> id(Context ctx) {
    try {
      return Optional.of(new RuleId(ctx.pathParam("family"), ctx.pathParam("name")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void answer(Context ctx, Json.Value value) {
    ctx.contentType(Json.CONTENT_TYPE).result(Json.toBytes(value));
  }

  private static void write(Rule rule, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id().toString());
    json.writeStringField("family", rule.id().family());
    json.writeStringField("title", rule.title());
    json.writeStringField("severity", rule.severity().label());
    json.writeStringField("kind", rule.kind().label());
    json.writeStringField("status", rule.status().label());
    json.writeStringField("message", rule.message());
    json.writeStringField("why", rule.why());
    json.writeArrayFieldStart("penalties");
    for (Penalty penalty : rule.penalties()) {
      write(penalty, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rewrites");
    for (String rewrite : rule.rewrites()) {
      json.writeString(rewrite);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("examples");
    for (Example example : rule.examples()) {
      write(example, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Penalty penalty, JsonGenerator json) throws IOException {
    json.writeStartObject();
    Integer points = penalty.points();
    if (points != null) {
      json.writeNumberField("points", points);
    }
    json.writeStringField("basis", penalty.basis());
    json.writeStringField("source", penalty.source());
    optional("from", penalty.from(), json);
    optional("until", penalty.until(), json);
    json.writeEndObject();
  }

  private static void write(Example example, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("bad", example.bad());
    json.writeStringField("draft", example.draft());
    json.writeArrayFieldStart("spans");
    for (Span span : example.spans()) {
      json.writeStartObject();
      json.writeNumberField("start", span.start());
      json.writeNumberField("end", span.end());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("conversation");
    for (Turn turn : example.conversation()) {
      json.writeStartObject();
      json.writeStringField("role", turn.role().label());
      json.writeStringField("text", turn.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (!example.shop().equals(Shop.DEFAULT)) {
      write(example.shop(), json);
    }
    optional("at", example.at(), json);
    json.writeEndObject();
  }

  private static void write(Shop shop, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("shop");
    json.writeStringField("platform", shop.platform().label());
    json.writeBooleanField("cod", shop.cod());
    json.writeBooleanField("freeShipping", shop.freeShipping());
    json.writeBooleanField("presale", shop.presale());
    json.writeBooleanField("custom", shop.custom());
    json.writeBooleanField("returnExempt", shop.returnExempt());
    json.writeArrayFieldStart("itemLinks");
    for (String link : shop.itemLinks()) {
      json.writeString(link);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void optional(String name, @Nullable Object value, JsonGenerator json)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }
}
