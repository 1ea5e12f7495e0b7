package com.replylinter.audit.log;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to read exports, where the reader should not find out by itself.
 *
 * @param layout name of the layout that every file has; null to recognise it
 * @param charset encoding of every file; null to recognise it
 * @param columns name of a column in the files for the name of what it holds
 * @param exportedOn the day of the export, which 今天 and 昨天 count from; null if unknown
 */
public record ReadOptions(
    @Nullable String layout,
    @Nullable Charset charset,
    Map<String, String> columns,
    @Nullable LocalDate exportedOn) {
  /** Everything is recognised. */
  public static final ReadOptions DEFAULT = new ReadOptions(null, null, Map.of(), null);

  /** Keeps an immutable copy of the columns. */
  public ReadOptions {
    columns = Map.copyOf(columns);
  }
}
