package com.replylinter.audit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** JSON as reports have it: UTF-8; halves of surrogate pairs, which UTF-8 cannot carry, escaped. */
public final class Json {
  /** On one line. */
  public static final JsonMapper COMPACT = builder().build();

  /** For people to read. */
  public static final JsonMapper PRETTY =
      builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  /** What a file holds; empty if there is no such file. */
  public static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
    try {
      return Optional.of(COMPACT.readValue(Files.readAllBytes(file), type));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Replaces a file at once: whatever happens, it holds the old or the new. */
  public static void replace(Path file, byte[] content) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.write(next, content);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static JsonMapper.Builder builder() {
    return JsonMapper.builder(
            JsonFactory.builder()
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build())
        .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
  }
}
