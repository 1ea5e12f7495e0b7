package com.replylinter.server.languagetool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.finding.Report;
import com.replylinter.json.BadRequest;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Rule.Kind;
import com.replylinter.phrasebook.Rule.Status;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The addresses under {@code /v2}, for programs that were written for LanguageTool. They may be
 * called from pages of any origin, and tell errors in plain text.
 */
public final class LanguageToolApi {
  /** What the addresses begin with. */
  public static final String ROOT = "/v2/";

  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain; charset=utf-8";

  /** Words told at once, unless the client wants another number. */
  private static final int WORDS = 10;

  private final Supplier<Linter> linter;
  private final Consumer<Report> counted;
  private final BodyReader bodies;
  private final IgnoredWords words;

  /** Reads the whole body of a request, of reasonable length. */
  public interface BodyReader {
    /** The body as sent. */
    byte[] read(Context ctx) throws IOException;
  }

  /**
   * The addresses over a linter.
   *
   * @param linter the one in use
   * @param counted told of every report
   * @param bodies reads bodies, and refuses those that are too long
   * @param words what users do not want to hear of
   */
  public LanguageToolApi(
      Supplier<Linter> linter, Consumer<Report> counted, BodyReader bodies, IgnoredWords words) {
    this.linter = linter;
    this.counted = counted;
    this.bodies = bodies;
    this.words = words;
  }

  /** Adds the addresses. */
  public void register(RoutesConfig routes) {
    routes.before(ROOT + "*", LanguageToolApi::openToAllOrigins);
    routes.exception(ApiFault.class, (e, ctx) -> refuse(ctx, e.status(), e.getMessage()));
    routes.post(ROOT + "check", this::check);
    get(routes, "check", this::check);
    get(routes, "languages", LanguageToolApi::languages);
    get(routes, "maxtextlength", ctx -> answer(ctx, "" + LintRequest.MAX_DRAFT_LENGTH));
    get(routes, "configinfo", this::configuration);
    get(routes, "info", this::info);
    get(routes, "healthcheck", this::health);
    get(routes, "words", this::listWords);
    routes.post(ROOT + "words/add", this::addWord);
    routes.post(ROOT + "words/delete", this::deleteWord);
  }

  /** Whether an address is one of a kind that tells errors as {@link #refuse} does. */
  public static boolean covers(Context ctx) {
    return ctx.path().startsWith(ROOT);
  }

  /** Answers with an error. */
  public static void refuse(Context ctx, int status, String message) {
    ctx.status(status);
    answer(ctx, "Error: " + message);
  }

  private static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(ROOT + path, handler);
    routes.head(ROOT + path, handler);
  }

  /** Allows pages to read the answer, errors too, and answers when a browser asks beforehand. */
  private static void openToAllOrigins(Context ctx) {
    ctx.header("Access-Control-Allow-Origin", "*");
    if (HandlerType.OPTIONS.equals(ctx.method())) {
      String headers = ctx.header("Access-Control-Request-Headers");
      ctx.header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
          .header("Access-Control-Allow-Headers", headers == null ? "*" : headers)
          .header("Access-Control-Max-Age", "86400")
          .status(HttpStatus.NO_CONTENT)
          .skipRemainingHandlers();
    }
  }

  private void check(Context ctx) throws IOException, BadRequest {
    Linter current = linter.get();
    Parameters parameters = parameters(ctx);
    CheckRequest request = CheckRequest.of(parameters);
    Report report = current.lint(LintRequest.of(request.text().plain()));
    counted.accept(report);
    answer(ctx, CheckAnswer.of(report, request, words.of(user(parameters))));
  }

  private static void languages(Context ctx) {
    ArrayNode languages = JsonNodeFactory.instance.arrayNode();
    languages.addObject().put("name", "Chinese").put("code", "zh").put("longCode", "zh-CN");
    answer(ctx, languages);
  }

  private void configuration(Context ctx) throws IOException, BadRequest {
    Linter current = linter.get();
    String language = parameters(ctx).get("language");
    if (language == null) {
      throw ApiFault.badRequest("'language' parameter missing");
    }
    CheckRequest.requireChinese(language);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("software", CheckAnswer.software(current.phrasebook().version()));
    answer.putObject("parameter").put("maxTextLength", LintRequest.MAX_DRAFT_LENGTH);
    ArrayNode rules = answer.putArray("rules");
    for (Rule rule : current.phrasebook().rules()) {
      if (rule.kind() != Kind.TRAP && rule.status() == Status.STABLE) {
        rules
            .addObject()
            .put("ruleId", RuleFilter.name(rule.id()))
            .put("description", rule.title())
            .put("categoryId", RuleFilter.category(rule.id()))
            .put("categoryName", rule.id().family())
            .put("locQualityIssueType", CheckAnswer.issueType(rule.severity()));
      }
    }
    answer(ctx, answer);
  }

  private void info(Context ctx) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("software", CheckAnswer.software(linter.get().phrasebook().version()));
    answer(ctx, answer);
  }

  /** Healthy once it can check. */
  private void health(Context ctx) {
    Objects.requireNonNull(linter.get());
    answer(ctx, "OK");
  }

  private void listWords(Context ctx) throws IOException, BadRequest {
    Parameters parameters = parameters(ctx);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode list = answer.putArray("words");
    words.of(user(parameters)).stream()
        .skip(parameters.count("offset", 0))
        .limit(parameters.count("limit", WORDS))
        .forEach(list::add);
    answer(ctx, answer);
  }

  private void addWord(Context ctx) throws IOException, BadRequest {
    Parameters parameters = parameters(ctx);
    boolean added = words.add(user(parameters), word(parameters));
    answer(ctx, JsonNodeFactory.instance.objectNode().put("added", added));
  }

  private void deleteWord(Context ctx) throws IOException, BadRequest {
    Parameters parameters = parameters(ctx);
    boolean deleted = words.delete(user(parameters), word(parameters));
    answer(ctx, JsonNodeFactory.instance.objectNode().put("deleted", deleted));
  }

  private Parameters parameters(Context ctx) throws IOException, BadRequest {
    return Parameters.read(bodies.read(ctx), ctx.queryString());
  }

  /** Whose words count; those who give no name share theirs. */
  private static String user(Parameters parameters) {
    return parameters.orEmpty("username").strip();
  }

  private static String word(Parameters parameters) {
    String word = parameters.orEmpty("word").strip();
    if (word.isEmpty()) {
      throw ApiFault.badRequest("Missing 'word' parameter");
    }
    return word;
  }

  private static void answer(Context ctx, JsonNode json) {
    ctx.contentType(JSON).result(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(Context ctx, String text) {
    ctx.contentType(TEXT).result(text);
  }
}
