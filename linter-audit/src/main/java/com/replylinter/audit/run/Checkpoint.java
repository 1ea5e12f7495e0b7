package com.replylinter.audit.run;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.replylinter.audit.report.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How far a run has come: what it takes to go on after it was killed. It is replaced as a whole, so
 * that there is always one that is right.
 *
 * @param job what is audited and how; another job cannot go on from here
 * @param conversations how many conversations are done, from the first
 * @param bytes length of the findings' file that belongs to them
 * @param tally what was counted over them
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
record Checkpoint(String job, long conversations, long bytes, Tally tally) {
  private static final String NAME = "checkpoint.json";

  /** The one in a folder; empty if there is none. */
  static Optional<Checkpoint> read(Path folder) throws IOException {
    return Json.read(folder.resolve(NAME), Checkpoint.class);
  }

  /** Replaces the one in a folder. */
  void write(Path folder) throws IOException {
    Json.replace(folder.resolve(NAME), Json.COMPACT.writeValueAsBytes(this));
  }

  static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
    Files.deleteIfExists(folder.resolve(NAME + ".new"));
  }
}
