package com.replylinter.audit.log;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How to read. */
public record ReadOptions(
    @Nullable String layout,
    @Nullable Charset charset,
    Map<String, String> columns,
    @Nullable LocalDate exportedOn) {
  public ReadOptions {
    columns = Map.copyOf(columns);
  }
}
