package com.replylinter.server;

import com.replylinter.finding.Finding;
import com.replylinter.finding.Report;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/** What the service counts: numbers only, never a text. */
final class Meters implements AutoCloseable {
  private static final Duration[] LATENCIES = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbage = new JvmGcMetrics();
  private final MeterProvider<Timer> requests =
      Timer.builder("http.server.requests")
          .description("HTTP requests")
          .serviceLevelObjectives(LATENCIES)
          .withRegistry(registry);
  private final MeterProvider<Counter> verdicts =
      Counter.builder("linter.verdicts")
          .description("Linted drafts by verdict")
          .withRegistry(registry);
  private final MeterProvider<Counter> findings =
      Counter.builder("linter.findings").description("Findings by rule").withRegistry(registry);
  private final Counter incomplete =
      Counter.builder("linter.incomplete")
          .description("Drafts of which a stage failed")
          .register(registry);

  Meters() {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    garbage.bindTo(registry);
  }

  /** Counts an answered request. */
  void request(Context ctx, float millis) {
    Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
    requests
        .withTags(
            "method", endpoint == null ? "none" : endpoint.method.name(),
            "route", endpoint == null ? "none" : endpoint.path,
            "status", Integer.toString(ctx.statusCode()))
        .record(Duration.ofNanos((long) (millis * 1e6)));
  }

  /** Counts a linted draft. */
  void report(Report report) {
    verdicts.withTags("verdict", report.verdict().label()).increment();
    for (Finding finding : report.findings()) {
      findings.withTags("rule", finding.rule().toString()).increment();
    }
    if (!report.complete()) {
      incomplete.increment();
    }
  }

  /** Everything in the Prometheus text format. */
  String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    garbage.close();
    registry.close();
  }
}
