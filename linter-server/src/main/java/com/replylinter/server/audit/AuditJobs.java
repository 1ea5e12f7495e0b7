package com.replylinter.server.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.replylinter.Linter;
import com.replylinter.audit.log.Wording;
import com.replylinter.server.audit.AuditFault.Kind;
import com.replylinter.server.audit.JobRecord.State;
import com.replylinter.server.audit.JobRecord.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audits of a service: one runs at a time, a few wait, those that ended are kept for some days.
 * Their files lie below the data folder, and jobs that had not ended go on at the next start.
 * Thread-safe.
 */
public final class AuditJobs implements AutoCloseable {
  /** Most jobs that wait or are being uploaded. */
  static final int MAX_WAITING = 4;

  private static final Logger LOG = LoggerFactory.getLogger(AuditJobs.class);
  private static final int ID_BYTES = 16;
  private static final long PATIENCE_SECONDS = 10;
  private static final Comparator<AuditJob> OLDEST =
      Comparator.<AuditJob, Instant>comparing(job -> Instant.parse(job.record().created()))
          .thenComparing(job -> job.record().id());

  private final Path root;
  private final boolean isTemporary;
  private final AuditSettings settings;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, AuditJob> jobs = new ConcurrentHashMap<>();
  private final ScheduledExecutorService queue =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "audit");
            thread.setDaemon(true);
            return thread;
          });
  private final CompletableFuture<JobRunner> runner = new CompletableFuture<>();
  private int arriving;

  private AuditJobs(Path root, boolean isTemporary, AuditSettings settings) {
    this.root = root;
    this.isTemporary = isTemporary;
    this.settings = settings;
  }

  /**
   * The audits below a data folder.
   *
   * @param data the folder; null for a temporary one that is deleted in the end
   * @throws IOException if it cannot be read or written
   */
  public static AuditJobs in(@Nullable Path data, AuditSettings settings) throws IOException {
    Path root =
        data == null
            ? Files.createTempDirectory("reply-linter-audits-")
            : Files.createDirectories(data.toAbsolutePath().normalize().resolve("audits"));
    AuditJobs audits = new AuditJobs(root, data == null, settings);
    audits.readAll();
    return audits;
  }

  /**
   * Goes on with what had not ended; before, nothing is run.
   *
   * @param linter judges the messages; the newest one is asked for when a job begins
   * @param incidents takes down failures of ours
   */
  public void start(Supplier<Linter> linter, JobRunner.Incidents incidents) {
    runner.complete(new JobRunner(linter, incidents, settings));
    jobs.values().stream().sorted(OLDEST).filter(AuditJob::isUnderWay).forEach(this::enqueue);
    ScheduledFuture<?> unused = queue.scheduleWithFixedDelay(this::forgetOld, 1, 1, TimeUnit.HOURS);
  }

  /** An upload under way; it is deleted again unless it becomes a job. */
  final class Arrival implements AutoCloseable {
    private final String id;
    private final JobFolder folder;
    private boolean isJob;

    private Arrival() {
      byte[] bits = new byte[ID_BYTES];
      random.nextBytes(bits);
      this.id = HexFormat.of().formatHex(bits);
      this.folder = new JobFolder(root.resolve(id));
    }

    /** The folder for its files, numbered from 0. */
    Path files() {
      return folder.upload();
    }

    /** Makes it a job, which runs when its turn comes. */
    AuditJob submit(List<Upload> files, AuditFields fields) {
      JobRecord record = JobRecord.of(id, Instant.now(), files, fields.values());
      try {
        folder.write(record);
      } catch (IOException e) {
        throw UploadFile.notStored();
      }
      isJob = true;
      AuditJob job = new AuditJob(folder, record);
      jobs.put(id, job);
      enqueue(job);
      return job;
    }

    @Override
    public void close() {
      synchronized (AuditJobs.this) {
        arriving--;
      }
      if (!isJob) {
        delete(folder);
      }
    }
  }

  /**
   * A place for an upload.
   *
   * @throws AuditFault if too many jobs wait already, or nothing can be stored
   */
  Arrival arrive() {
    synchronized (this) {
      long waiting = jobs.values().stream().filter(job -> job.state() == State.QUEUED).count();
      if (waiting + arriving >= MAX_WAITING) {
        throw new AuditFault(
            Kind.TOO_MANY,
            Wording.of(
                "已经有 %d 个检查在排队，请等前面的做完再上传。",
                "%d audits are waiting already; upload when some of them are done.", MAX_WAITING));
      }
      arriving++;
    }
    Arrival arrival = new Arrival();
    try {
      arrival.folder.create();
    } catch (IOException e) {
      arrival.close();
      throw UploadFile.notStored();
    }
    return arrival;
  }

  /** Where their files lie. */
  public Path folder() {
    return root;
  }

  /** The job of this id; empty if there is none. */
  Optional<AuditJob> job(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /** All jobs, the newest first. */
  List<AuditJob> newestFirst() {
    return jobs.values().stream().sorted(OLDEST.reversed()).toList();
  }

  /** How many jobs run or wait before this one. */
  long ahead(AuditJob job) {
    return jobs.values().stream()
        .filter(other -> other.isUnderWay() && OLDEST.compare(other, job) < 0)
        .count();
  }

  /** Ends a job and deletes all of it; if it runs, as soon as it has stopped. */
  void forget(AuditJob job) {
    try {
      if (job.cancel()) {
        remove(job);
      }
    } catch (IOException e) {
      throw UploadFile.notStored();
    }
  }

  AuditSettings settings() {
    return settings;
  }

  /** Stops the job that runs; it goes on at the next start. */
  @Override
  public void close() {
    jobs.values().forEach(AuditJob::pause);
    queue.shutdownNow();
    try {
      if (!queue.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("an audit does not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (isTemporary) {
      delete(new JobFolder(root));
    }
  }

  private void enqueue(AuditJob job) {
    queue.execute(
        () -> {
          runner.join().run(job);
          if (job.state() == State.CANCELLED) {
            remove(job);
          }
        });
  }

  private void forgetOld() {
    Instant oldest = Instant.now().minus(settings.keep());
    for (AuditJob job : jobs.values()) {
      String finished = job.record().finished();
      if (finished != null && Instant.parse(finished).isBefore(oldest)) {
        try {
          forget(job);
        } catch (AuditFault e) {
          LOG.error("audit {} cannot be forgotten", job.record().id());
        }
      }
    }
  }

  private void readAll() throws IOException {
    List<Path> folders;
    try (Stream<Path> listed = Files.list(root)) {
      folders = listed.filter(Files::isDirectory).toList();
    }
    for (Path each : folders) {
      JobFolder folder = new JobFolder(each);
      Optional<JobRecord> record;
      try {
        record = folder.read();
      } catch (JsonProcessingException e) {
        LOG.warn("{} is no job of this version, and is left alone", each.getFileName());
        continue;
      }
      if (record.isEmpty() || record.get().state() == State.CANCELLED) {
        delete(folder);
      } else {
        AuditJob job = new AuditJob(folder, record.get());
        job.tidy();
        jobs.put(record.get().id(), job);
      }
    }
    forgetOld();
  }

  private void remove(AuditJob job) {
    jobs.remove(job.record().id());
    delete(job.folder());
  }

  private static void delete(JobFolder folder) {
    try {
      folder.delete();
    } catch (IOException e) {
      LOG.error("{} cannot be deleted", folder.path().getFileName());
    }
  }
}
