package com.replylinter.audit.run;

import com.replylinter.Linter;
import com.replylinter.audit.ConversationAuditor;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.log.Accounts;
import com.replylinter.audit.log.LogFiles;
import com.replylinter.audit.log.Reject;
import com.replylinter.audit.report.Families;
import com.replylinter.audit.report.Json;
import com.replylinter.audit.report.Masker;
import com.replylinter.audit.report.ReportFiles;
import com.replylinter.audit.report.Summary;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Audits logs: one thread reads conversations, as many as there are cores judge them, and the
 * caller's writes what was found, in the order of the logs. Between them wait a few parts at most,
 * so that memory does not grow with the logs.
 *
 * <p>One run; only {@link #stop} may be called by other threads.
 */
public final class AuditRun {
  /** Name of the file of lines that could not be read. */
  public static final String REJECTS = "rejects.jsonl";

  /** Messages after which a part ends with its conversation. */
  private static final int PART = 500;

  private final Linter linter;
  private final AuditOptions options;
  private final Progress progress;
  private final BlockingQueue<Future<@Nullable Part>> parts;
  private volatile boolean stopped;

  /** Ends reading early. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super(null, null, false, false);
    }
  }

  /**
   * A run to be started.
   *
   * @param linter judges the messages
   * @param options what to audit
   * @param progress is told how far the run has come
   */
  public AuditRun(Linter linter, AuditOptions options, Progress progress) {
    this.linter = linter;
    this.options = options;
    this.progress = progress;
    this.parts = new ArrayBlockingQueue<>(2 * options.threads() + 1);
  }

  /** Asks the run to end soon, with reports over what was audited so far. */
  public void stop() {
    stopped = true;
  }

  /**
   * Reads, judges and writes every report.
   *
   * @return what was counted; incomplete if the run was stopped
   * @throws IOException if a file cannot be read or written
   * @throws OtherJobException if it is to resume another job
   */
  public Summary run() throws IOException, InterruptedException {
    Files.createDirectories(options.out());
    String job = new Job(options, linter.phrasebook().version()).text();
    Optional<Checkpoint> earlier =
        options.resume() ? Checkpoint.read(options.out()) : Optional.empty();
    if (earlier.isPresent() && !earlier.get().job().equals(job)) {
      throw new OtherJobException();
    }
    ExecutorService judges = Executors.newFixedThreadPool(options.threads(), daemons("judge"));
    ExecutorService reader = Executors.newSingleThreadExecutor(daemons("reader"));
    try (Ledger ledger = Ledger.open(options, job, earlier.orElse(null))) {
      Future<Accounts> accounts =
          reader.submit(() -> read(judges, earlier.map(Checkpoint::conversations).orElse(0L)));
      boolean complete = collect(ledger);
      ledger.checkpoint();
      Summary summary =
          ledger
              .tally()
              .summary(
                  complete,
                  settings(),
                  Families.NAMES,
                  complete
                      ? get(accounts).files().stream().map(Summary.Account::of).toList()
                      : List.of());
      ReportFiles.write(options.out(), summary);
      if (complete) {
        Checkpoint.delete(options.out());
      }
      return summary;
    } finally {
      stopped = true;
      reader.shutdownNow();
      judges.shutdownNow();
    }
  }

  /** Takes the parts in their order; false if the run was stopped. */
  private boolean collect(Ledger ledger) throws IOException, InterruptedException {
    Positions positions = Positions.of(options.inputs());
    while (!stopped) {
      Part part = get(parts.take());
      if (part == null) {
        return !stopped;
      }
      ledger.add(part);
      progress.at(positions.after(part.last()), positions.total(), ledger.tally().messages());
    }
    return false;
  }

  /** Reads everything and hands it out in parts; runs on a thread of its own. */
  private Accounts read(ExecutorService judges, long done) throws InterruptedException {
    Masker masker = options.mask() ? Masker.PERSONAL : Masker.NONE;
    Handout handout = new Handout(judges, masker, done);
    try (OutputStream rejects =
        new BufferedOutputStream(Files.newOutputStream(options.out().resolve(REJECTS)))) {
      Accounts accounts =
          new LogFiles(options.reading())
              .read(options.inputs(), handout::take, reject -> write(reject, masker, rejects));
      handout.end();
      parts.put(CompletableFuture.completedFuture(null));
      return accounts;
    } catch (Stopped e) {
      parts.offer(CompletableFuture.completedFuture(null)); // or an idle collector would wait on
      return Accounts.NONE;
    } catch (IOException | RuntimeException e) {
      parts.put(CompletableFuture.failedFuture(e));
      return Accounts.NONE;
    }
  }

  private static void write(Reject reject, Masker masker, OutputStream out) {
    try {
      out.write(
          Json.COMPACT.writeValueAsBytes(
              new Reject(
                  reject.file(),
                  reject.line(),
                  reject.reason(),
                  masker.text(reject.raw(), Set.of()))));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gathers conversations into parts and has them judged. Used by the reading thread alone. */
  private final class Handout {
    private final ExecutorService judges;
    private final Masker masker;
    private final ConversationAuditor auditor =
        new ConversationAuditor(linter, options.shop(), options.asOf());
    private List<LogConversation> waiting = new ArrayList<>();
    private int messages;
    private long done;

    /**
     * Hands out all but the first conversations.
     *
     * @param done how many were audited before the run was resumed
     */
    Handout(ExecutorService judges, Masker masker, long done) {
      this.judges = judges;
      this.masker = masker;
      this.done = done;
    }

    void take(LogConversation conversation) {
      if (stopped) {
        throw new Stopped();
      }
      if (done > 0) {
        done--;
        return;
      }
      waiting.add(conversation);
      messages += conversation.messages().size();
      if (messages >= PART) {
        end();
      }
    }

    void end() {
      if (waiting.isEmpty()) {
        return;
      }
      List<LogConversation> part = waiting;
      waiting = new ArrayList<>();
      messages = 0;
      try {
        parts.put(judges.submit(() -> Part.of(part, auditor, options.filter(), masker)));
      } catch (InterruptedException e) {
        throw new Stopped();
      }
    }
  }

  private Summary.Settings settings() {
    Filter filter = options.filter();
    return new Summary.Settings(
        linter.phrasebook().version(),
        options.shop().platform().label(),
        options.asOf() == null ? null : options.asOf().toString(),
        filter.since() == null ? null : filter.since().toString(),
        filter.until() == null ? null : filter.until().toString(),
        filter.agents().stream().sorted().toList(),
        filter.rules().stream().sorted().toList(),
        options.mask());
  }

  private static <T extends @Nullable Object> T get(Future<T> future)
      throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IOException io) {
        throw io;
      }
      if (cause instanceof UncheckedIOException io) {
        throw new IOException(io.getMessage(), io);
      }
      if (cause instanceof RuntimeException own) {
        throw own;
      }
      throw new IllegalStateException(cause);
    }
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
