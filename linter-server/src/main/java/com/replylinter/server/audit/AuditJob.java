package com.replylinter.server.audit;

import com.replylinter.audit.log.Wording;
import com.replylinter.server.audit.JobRecord.Result;
import com.replylinter.server.audit.JobRecord.State;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An audit from its upload to its end. Its state changes in one direction only, and each change is
 * on disk before it is seen. Thread-safe.
 */
final class AuditJob {
  private final JobFolder folder;
  private final Pace pace = new Pace();
  private volatile JobRecord record;
  private @Nullable Thread runner;
  private boolean isPaused;

  AuditJob(JobFolder folder, JobRecord record) {
    this.folder = folder;
    this.record = record;
  }

  JobFolder folder() {
    return folder;
  }

  /** What is known of it now. */
  JobRecord record() {
    return record;
  }

  State state() {
    return record.state();
  }

  /** Whether it runs or waits. */
  boolean isUnderWay() {
    return state() == State.QUEUED || state() == State.RUNNING;
  }

  Pace pace() {
    return pace;
  }

  /** The calling thread runs the job from now on; false if it must not. */
  synchronized boolean begin() throws IOException {
    if (isInterrupted()) {
      return false;
    }
    become(record.in(State.RUNNING));
    runner = Thread.currentThread();
    return true;
  }

  /** It is done, unless it was cancelled before. */
  synchronized void done(Result result) throws IOException {
    if (state() != State.CANCELLED) {
      become(record.done(Instant.now(), result));
    }
  }

  /** It failed, unless it was cancelled before. */
  synchronized void failed(Wording why) throws IOException {
    if (state() != State.CANCELLED) {
      become(record.failed(Instant.now(), why));
    }
  }

  /**
   * Ends it, whatever it is at; a thread that runs it is interrupted.
   *
   * @return whether its files are nobody's now; false if a thread still works on them
   */
  synchronized boolean cancel() throws IOException {
    become(record.in(State.CANCELLED));
    interrupt();
    return runner == null;
  }

  /** Stops it as it is, for another service to go on with it. */
  synchronized void pause() {
    isPaused = true;
    interrupt();
  }

  /** Whether it was cancelled or is to stop. */
  synchronized boolean isInterrupted() {
    return isPaused || state() == State.CANCELLED;
  }

  /** The calling thread runs it no longer, and is free of its interruption. */
  synchronized void leave() {
    runner = null;
    Thread.interrupted();
  }

  /** Deletes what it needs no more once it has ended. */
  void tidy() throws IOException {
    if (state() == State.DONE || state() == State.FAILED) {
      folder.deleteUpload();
    }
    if (state() == State.FAILED) {
      JobFolder.delete(folder.out());
    }
  }

  private void interrupt() {
    if (runner != null) {
      runner.interrupt();
    }
  }

  private void become(JobRecord next) throws IOException {
    folder.write(next);
    record = next;
  }
}
