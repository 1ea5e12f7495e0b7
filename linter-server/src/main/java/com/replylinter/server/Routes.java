package com.replylinter.server;

import com.replylinter.server.audit.AuditApi;
import com.replylinter.server.languagetool.LanguageToolApi;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.function.Supplier;

/** Every address of the service. */
final class Routes {
  /** What the pages load, by their names beside them. */
  static final List<String> PAGE_FILES =
      List.of(
          "app.js",
          "audit/audit.js",
          "audit/job-view.js",
          "audit/style.css",
          "audit/texts.js",
          "audit/upload.js",
          "chat.js",
          "demo-shop.js",
          "demo-texts.js",
          "demo.css",
          "demo.js",
          "dom.js",
          "draft-box.js",
          "explain.js",
          "favicon.svg",
          "findings.js",
          "i18n.js",
          "live-linter.js",
          "samples.js",
          "style.css",
          "token.js",
          "traps.js");

  private static final String CONTENT_POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  /** Longest body of a LanguageTool client, in bytes: forms swell, and markup is not counted. */
  private static final int MAX_FORM_BYTES = 1 << 20;

  private Routes() {}

  static void register(
      RoutesConfig routes,
      Supplier<LiveBook> book,
      Meters meters,
      Storage storage,
      ServerOptions options) {
    LintEndpoints lint = new LintEndpoints(book, meters);
    RuleEndpoints rules = new RuleEndpoints(book);
    ServiceEndpoints service = new ServiceEndpoints(book, meters);
    LanguageToolApi languageTool =
        new LanguageToolApi(
            () -> book.get().linter(),
            meters::report,
            ctx -> Bodies.read(ctx, MAX_FORM_BYTES),
            storage.words());
    FeedbackEndpoints feedback = new FeedbackEndpoints(storage.feedback(), options.keepTexts());

    routes.before(Routes::secure);
    Gate.register(routes, options.access());
    routes.post("/v1/lint", lint::lint);
    routes.post("/v1/lint/batch", lint::batch);
    routes.post("/v1/explain", lint::explain);
    get(routes, "/v1/rules", rules::list);
    get(routes, "/v1/rules/{family}/{name}", rules::one);
    get(routes, "/healthz", service::health);
    get(routes, "/readyz", service::ready);
    get(routes, "/metrics", service::metrics);
    languageTool.register(routes);
    new AuditApi(storage.audits(), () -> book.get().phrasebook(), Problems::language, Bodies::drain)
        .register(routes);
    get(routes, "/openapi.json", Asset.load("/openapi.json")::serve);
    get(routes, "/", Asset.load("/web/index.html")::serve);
    get(routes, "/audit", Asset.load("/web/audit/index.html")::serve);
    for (String file : PAGE_FILES) {
      get(routes, "/" + file, Asset.load("/web/" + file)::serve);
    }
    routes.post("/v1/feedback", feedback::feedback);
    get(routes, "/v1/feedback", feedback::list);
    routes.post("/v1/overrides", feedback::override);
    get(routes, "/v1/offline-pack", new OfflineEndpoint(book)::pack);
    get(routes, "/demo", Asset.load("/web/demo.html")::serve);
    get(routes, "/plugin/{file}", new PluginFiles()::serve);
    Problems.register(routes);
  }

  /** Answers HEAD too, with the headers that GET would have. */
  private static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  private static void secure(Context ctx) {
    ctx.header("Content-Security-Policy", CONTENT_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer");
  }
}
