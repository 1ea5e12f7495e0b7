package com.replylinter.audit.run;

import com.replylinter.audit.report.FindingsFile;
import com.replylinter.audit.report.Masker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Takes down what was found, and from time to time how far the run has come. */
final class Ledger implements AutoCloseable {
  private final AuditOptions options;
  private final String job;
  private final Masker masker;
  private final FileChannel findings;
  private final Tally tally;
  private long conversations;
  private long written = System.nanoTime();

  private Ledger(
      AuditOptions options, String job, FileChannel findings, Tally tally, long conversations) {
    this.options = options;
    this.job = job;
    this.masker = options.mask() ? Masker.PERSONAL : Masker.NONE;
    this.findings = findings;
    this.tally = tally;
    this.conversations = conversations;
  }

  /** A new ledger, or one that goes on after a checkpoint; what was found after that is dropped. */
  static Ledger open(AuditOptions options, String job, @Nullable Checkpoint earlier)
      throws IOException {
    if (earlier == null) {
      Checkpoint.delete(options.out());
    }
    FileChannel findings =
        FileChannel.open(
            options.out().resolve(FindingsFile.NAME),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    findings.truncate(earlier == null ? 0 : earlier.bytes());
    findings.position(findings.size());
    return earlier == null
        ? new Ledger(options, job, findings, new Tally(), 0)
        : new Ledger(options, job, findings, earlier.tally(), earlier.conversations());
  }

  /** Takes down the next part. */
  void add(Part part) throws IOException {
    ByteBuffer lines = ByteBuffer.wrap(part.findings());
    while (lines.hasRemaining()) {
      findings.write(lines);
    }
    tally.merge(part.tally());
    for (Part.Flagged each : part.flagged()) {
      tally.offer(each.conversation(), each.rows(), masker);
    }
    conversations += part.conversations();
    if (System.nanoTime() - written >= options.checkpointEvery().toNanos()) {
      checkpoint();
    }
  }

  /** Makes sure that the run can go on from here. */
  void checkpoint() throws IOException {
    findings.force(false);
    new Checkpoint(job, conversations, findings.position(), tally).write(options.out());
    written = System.nanoTime();
  }

  Tally tally() {
    return tally;
  }

  @Override
  public void close() throws IOException {
    findings.close();
  }
}
