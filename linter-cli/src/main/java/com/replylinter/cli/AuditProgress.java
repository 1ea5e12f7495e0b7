package com.replylinter.cli;

import com.replylinter.audit.run.Progress;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far an audit has come, on standard error: a bar on a terminal, else a line at times.
 */
final class AuditProgress implements Progress, AutoCloseable {
  private static final int WIDTH = 96;
  private static final Duration BAR_INTERVAL = Duration.ofMillis(200);
  private static final Duration LINE_INTERVAL = Duration.ofSeconds(5);
  private static final double NANOS = 1e9;

  private final Terminal terminal;
  private final Messages messages;
  private final long started = System.nanoTime();
  private final @Nullable ProgressBar bar;
  private long told = started;

  private AuditProgress(Terminal terminal, Messages messages, @Nullable ProgressBar bar) {
    this.terminal = terminal;
    this.messages = messages;
    this.bar = bar;
  }

  /** On this terminal. */
  static AuditProgress on(Terminal terminal, Messages messages) {
    boolean drawn = terminal.shown() && !terminal.env().getOrDefault("TERM", "dumb").equals("dumb");
    return new AuditProgress(terminal, messages, drawn ? bar(terminal, messages) : null);
  }

  private static ProgressBar bar(Terminal terminal, Messages messages) {
    return new ProgressBarBuilder()
        .setTaskName(messages.get("audit.progress"))
        .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
        .setUnit("MB", 1 << 20)
        .setInitialMax(1)
        .setUpdateIntervalMillis((int) BAR_INTERVAL.toMillis())
        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), WIDTH))
        .build();
  }

  @Override
  public void at(long done, long total, long audited) {
    long now = System.nanoTime();
    double seconds = (now - started) / NANOS;
    long rate = Math.round(audited / Math.max(seconds, 0.001));
    if (bar != null) {
      bar.maxHint(Math.max(1, total));
      bar.stepTo(done);
      bar.setExtraMessage(messages.get("audit.rate", audited, rate));
    } else if (now - told >= LINE_INTERVAL.toNanos()) {
      told = now;
      long left = Math.round(seconds * (total - done) / Math.max(1, done));
      terminal
          .err()
          .println(
              messages.get("audit.line", (double) done / Math.max(1, total), audited, rate, left));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
