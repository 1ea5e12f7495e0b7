package com.replylinter.server;

import com.replylinter.json.BadRequest;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.server.feedback.Entry;
import com.replylinter.server.feedback.EntryWriter;
import com.replylinter.server.feedback.Feedback;
import com.replylinter.server.feedback.Feedback.Kind;
import com.replylinter.server.feedback.FeedbackQuery;
import com.replylinter.server.feedback.FeedbackReader;
import com.replylinter.server.feedback.FeedbackStore;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes what agents tell about findings, and shows it to trainers. */
final class FeedbackEndpoints {
  private static final Set<String> PARAMETERS = Set.of("kind", "rule", "since", "after", "limit");
  private static final int USUAL_LIMIT = 100;

  private final @Nullable FeedbackStore store;
  private final boolean keepTexts;

  /**
   * Endpoints over a store.
   *
   * @param store null if nothing is kept
   * @param keepTexts whether drafts and conversations that are sent along are kept
   */
  FeedbackEndpoints(@Nullable FeedbackStore store, boolean keepTexts) {
    this.store = store;
    this.keepTexts = keepTexts;
  }

  /** {@code POST /v1/feedback}. */
  void feedback(Context ctx) throws IOException, BadRequest, SQLException {
    add(ctx, FeedbackReader::feedback);
  }

  /** {@code POST /v1/overrides}. */
  void override(Context ctx) throws IOException, BadRequest, SQLException {
    add(ctx, FeedbackReader::override);
  }

  /** {@code GET /v1/feedback}. */
  void list(Context ctx) throws SQLException {
    FeedbackQuery query = query(ctx);
    // One more than is shown tells whether there are more.
    List<Entry> found = present().find(query.withLimit(query.limit() + 1));
    boolean more = found.size() > query.limit();
    List<Entry> shown = more ? found.subList(0, query.limit()) : found;
    ctx.contentType(Json.CONTENT_TYPE)
        .header("Cache-Control", "no-store")
        .result(
            Json.toBytes(
                json -> {
                  json.writeStartObject();
                  json.writeArrayFieldStart("entries");
                  for (Entry entry : shown) {
                    EntryWriter.write(entry, json);
                  }
                  json.writeEndArray();
                  if (more) {
                    json.writeStringField("next", String.valueOf(shown.get(shown.size() - 1).id()));
                  }
                  json.writeEndObject();
                }));
  }

  private void add(Context ctx, Reader reader) throws IOException, BadRequest, SQLException {
    FeedbackStore present = present();
    Bodies.requireType(ctx, Json.CONTENT_TYPE);
    Feedback told = reader.read(Bodies.read(ctx, LintEndpoints.MAX_REQUEST_BYTES));
    Feedback kept = keepTexts ? told : told.withoutTexts();
    long id = present.add(kept, Instant.now());
    ctx.status(HttpStatus.CREATED)
        .contentType(Json.CONTENT_TYPE)
        .result(
            Json.toBytes(
                json -> {
                  json.writeStartObject();
                  json.writeStringField("id", String.valueOf(id));
                  json.writeBooleanField("textStored", kept.hasTexts());
                  json.writeEndObject();
                }));
  }

  private FeedbackStore present() {
    if (store == null) {
      throw new RequestFault(
          Fault.NO_DATA,
          "服务启动时没有指定存放数据的目录，请用 serve --data 目录 启动。",
          "The service was started without a folder for data; start it with serve --data DIR.");
    }
    return store;
  }

  private static FeedbackQuery query(Context ctx) {
    Set<String> unknown = new TreeSet<>(ctx.queryParamMap().keySet());
    unknown.removeAll(PARAMETERS);
    if (!unknown.isEmpty()) {
      throw bad(
          "有不认识的参数：" + String.join(", ", unknown) + "。可用：kind, rule, since, after, limit。",
          "Unknown parameter: "
              + String.join(", ", unknown)
              + ". Known: kind, rule, since, after, limit.");
    }
    Long after = parsed(ctx, "after", Long::valueOf);
    Integer limit = parsed(ctx, "limit", Integer::valueOf);
    if (limit != null && (limit < 1 || limit > FeedbackQuery.MAX_LIMIT)) {
      throw bad(
          "参数 limit 应在 1 到 " + FeedbackQuery.MAX_LIMIT + " 之间。",
          "The parameter limit must be between 1 and " + FeedbackQuery.MAX_LIMIT + ".");
    }
    return new FeedbackQuery(
        parsed(ctx, "kind", label -> Kind.of(label).orElseThrow(IllegalArgumentException::new)),
        parsed(ctx, "rule", RuleId::parse),
        parsed(ctx, "since", FeedbackQuery::startOf),
        after == null ? 0 : after,
        limit == null ? USUAL_LIMIT : limit);
  }

  private static <T> @Nullable T parsed(Context ctx, String name, Function<String, T> parser) {
    String value = ctx.queryParam(name);
    if (value == null) {
      return null;
    }
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw bad("参数 " + name + " 的值不对。", "The parameter " + name + " has no such value.");
    }
  }

  private static RequestFault bad(String chinese, String english) {
    return new RequestFault(Fault.MALFORMED, chinese, english);
  }

  /** Reads one kind of body. */
  private interface Reader {
    Feedback read(byte[] utf8) throws BadRequest;
  }
}
