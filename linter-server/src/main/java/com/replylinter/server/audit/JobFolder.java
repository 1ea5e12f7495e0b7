package com.replylinter.server.audit;

import com.replylinter.audit.log.Input;
import com.replylinter.audit.report.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The files of a job: {@code job.json}, the upload under {@code upload/} and the reports under
 * {@code out/}.
 *
 * @param path where they are
 */
record JobFolder(Path path) {
  private static final String RECORD = "job.json";

  /**
   * The folder of the uploaded files; they are numbered, since not every system has their names.
   */
  Path upload() {
    return path.resolve("upload");
  }

  /** The folder of the reports. */
  Path out() {
    return path.resolve("out");
  }

  /** The uploaded files under the names they were sent by. */
  List<Input> inputs(JobRecord record) {
    return IntStream.range(0, record.files().size())
        .mapToObj(
            i -> new Input(upload().resolve(Integer.toString(i)), record.files().get(i).name()))
        .toList();
  }

  /** Makes the folder, ready for an upload. */
  void create() throws IOException {
    Files.createDirectories(upload());
  }

  /** What is known of the job; empty if its upload never came to an end. */
  Optional<JobRecord> read() throws IOException {
    return Json.read(path.resolve(RECORD), JobRecord.class);
  }

  /** Replaces what is known of the job. */
  void write(JobRecord record) throws IOException {
    Json.replace(path.resolve(RECORD), Json.PRETTY.writeValueAsBytes(record));
  }

  /** Deletes the uploaded files. */
  void deleteUpload() throws IOException {
    delete(upload());
  }

  /** Deletes everything. */
  void delete() throws IOException {
    delete(path);
  }

  /** Deletes a folder with everything in it; one that is not there is fine. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) { // somebody else deletes it too
      throw new IOException(e);
    }
  }
}
