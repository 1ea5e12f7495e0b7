package com.replylinter.server.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.replylinter.audit.log.Layout;
import com.replylinter.audit.log.Wording;
import com.replylinter.audit.report.Json;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.server.audit.AuditFault.Kind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The addresses under {@code /v1/audit}: logs come in, jobs are watched, reports go out. */
public final class AuditApi {
  private static final String ROOT = "/v1/audit";
  private static final String JOB = ROOT + "/{id}";

  private final AuditJobs jobs;
  private final Supplier<Phrasebook> phrasebook;
  private final Function<Context, Locale> language;
  private final Consumer<Context> drain;

  /**
   * The addresses.
   *
   * @param jobs what they are about
   * @param phrasebook the live one
   * @param language which language a request wants
   * @param drain reads some of a refused body, so that its sender gets to the answer
   */
  public AuditApi(
      AuditJobs jobs,
      Supplier<Phrasebook> phrasebook,
      Function<Context, Locale> language,
      Consumer<Context> drain) {
    this.jobs = jobs;
    this.phrasebook = phrasebook;
    this.language = language;
    this.drain = drain;
  }

  /** Adds them to the service. */
  public void register(RoutesConfig routes) {
    routes.post(ROOT, this::create);
    get(routes, ROOT, this::list);
    get(routes, JOB, this::one);
    routes.delete(JOB, this::forget);
    get(routes, JOB + "/{report}", this::report);
  }

  /**
   * What may be uploaded, and what was.
   *
   * @param maxUploadBytes most bytes of one upload
   * @param keepDays how long jobs are kept
   * @param layouts the layouts that are read
   * @param jobs the jobs, the newest first
   */
  private record Overview(
      long maxUploadBytes, long keepDays, List<LayoutName> layouts, List<JobView> jobs) {}

  /** A layout, by its id and in words. */
  private record LayoutName(String id, String title) {}

  private void create(Context ctx) throws IOException {
    Phrasebook book = phrasebook.get();
    try (AuditJobs.Arrival arrival = welcome(ctx, book)) {
      UploadReader.Read read =
          new UploadReader(arrival.files(), jobs.settings().maxUploadBytes()).read(ctx);
      read.fields().check(book);
      AuditJob job = arrival.submit(read.files(), read.fields());
      ctx.header("Location", ROOT + "/" + job.record().id());
      answer(ctx, HttpStatus.ACCEPTED, JobView.whole(job, jobs, language.apply(ctx)));
    } catch (AuditFault refused) {
      drain.accept(ctx);
      throw refused;
    }
  }

  /** Refuses what can be refused before the body is read. */
  private AuditJobs.Arrival welcome(Context ctx, Phrasebook book) {
    if ("cross-site".equals(ctx.header("Sec-Fetch-Site"))) {
      throw new AuditFault(
          Kind.FORBIDDEN, new Wording("别的网站的页面不能上传。", "Pages of other sites may not upload."));
    }
    UploadReader.inAddress(ctx).check(book);
    return jobs.arrive();
  }

  private void list(Context ctx) {
    Locale locale = language.apply(ctx);
    answer(
        ctx,
        HttpStatus.OK,
        new Overview(
            jobs.settings().maxUploadBytes(),
            jobs.settings().keep().toDays(),
            Arrays.stream(Layout.values())
                .map(layout -> new LayoutName(layout.id(), layout.title().in(locale)))
                .toList(),
            jobs.newestFirst().stream().map(job -> JobView.brief(job, jobs, locale)).toList()));
  }

  private void one(Context ctx) {
    answer(ctx, HttpStatus.OK, JobView.whole(job(ctx), jobs, language.apply(ctx)));
  }

  private void forget(Context ctx) {
    jobs.forget(job(ctx));
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void report(Context ctx) throws IOException {
    ctx.header("Cache-Control", "no-store");
    ReportEndpoint.serve(job(ctx), ctx.pathParam("report"), ctx);
  }

  private AuditJob job(Context ctx) {
    return jobs.job(ctx.pathParam("id")).orElseThrow(AuditApi::noJob);
  }

  static AuditFault noJob() {
    return new AuditFault(
        Kind.NOT_FOUND,
        new Wording(
            "没有这个检查：已经删除，或者过了保存的期限。",
            "There is no such audit: it was deleted, or its time is over."));
  }

  private static void answer(Context ctx, HttpStatus status, Object value) {
    ctx.status(status).contentType("application/json").header("Cache-Control", "no-store");
    try {
      ctx.result(Json.COMPACT.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }
}
