package com.replylinter.audit.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code findings.jsonl}: every finding, a {@link FindingRow} a line, in the order of the logs. The
 * one file that grows during a run; all others are made from it and from the summary.
 *
 * @param path where it is
 */
public record FindingsFile(Path path) {
  /** Its name in the folder of reports. */
  public static final String NAME = "findings.jsonl";

  private static final ObjectReader READER = Json.COMPACT.readerFor(FindingRow.class);
  private static final byte[] LINE_END = {'\n'};

  /** Takes a finding. */
  @FunctionalInterface
  public interface Visitor {
    /** Takes the next one. */
    void visit(FindingRow row) throws IOException;
  }

  /** Reads every finding, in order. */
  public void read(Visitor visitor) throws IOException {
    try (MappingIterator<FindingRow> rows = READER.readValues(path.toFile())) {
      while (rows.hasNextValue()) {
        visitor.visit(rows.nextValue());
      }
    }
  }

  /** The lines of some findings. */
  public static byte[] lines(List<FindingRow> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      for (FindingRow row : rows) {
        out.write(Json.COMPACT.writeValueAsBytes(row));
        out.write(LINE_END);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return out.toByteArray();
  }
}
