package com.replylinter.server.audit;

import com.replylinter.audit.log.Wording;
import com.replylinter.server.audit.AuditFault.Kind;
import com.replylinter.server.audit.JobRecord.Upload;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An uploaded file on its way to disk. */
final class UploadFile implements AutoCloseable {
  /** Longest name that is kept, in UTF-16 code units. */
  private static final int LONGEST_NAME = 120;

  private final String name;
  private final OutputStream out;
  private long bytes;

  /**
   * Begins a file.
   *
   * @param path where it goes
   * @param sent its name as it was sent; folders before it are dropped
   * @throws AuditFault if it cannot be written
   */
  UploadFile(Path path, String sent) {
    this.name = name(sent);
    try {
      this.out = Files.newOutputStream(path);
    } catch (IOException e) {
      throw notStored();
    }
  }

  /**
   * Takes some bytes.
   *
   * @throws AuditFault if they cannot be written
   */
  void write(byte[] buffer, int length) {
    try {
      out.write(buffer, 0, length);
    } catch (IOException e) {
      throw notStored();
    }
    bytes += length;
  }

  /** What was taken so far. */
  Upload upload() {
    return new Upload(name, bytes);
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw notStored();
    }
  }

  private static String name(String sent) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    int start = Math.max(0, clean.length() - LONGEST_NAME);
    return clean.isEmpty() ? "upload" : clean.substring(start);
  }

  /** The cause is not told: it names folders of the service. */
  static AuditFault notStored() {
    return new AuditFault(
        Kind.NOT_STORED,
        new Wording(
            "上传的文件存不下来，可能是服务所在的磁盘满了。请告诉管理员。",
            "The upload could not be stored; the service's disk may be full. Tell its operator."));
  }
}
