package com.replylinter.audit.log;

import java.nio.charset.Charset;

/**
 * What became of the lines of one file. A line is a line of a text or of a CSV file; a record of a
 * JSON file; a row of a workbook, or a line of a cell that holds a whole talk; a message or a table
 * row of an HTML page. Each has exactly one fate: {@code lines == messages + continuations + noise
 * + rejected}.
 *
 * @param file the file, named as in {@link com.replylinter.audit.LogConversation#file}
 * @param layout id of its layout; {@link #UNKNOWN} if none fits, and then the file counts as one
 *     rejected line
 * @param charset its encoding; UTF-8 for workbooks
 * @param lines all lines
 * @param messages lines that began a message; as many messages were handed on
 * @param continuations lines that went on with one
 * @param noise lines that say nothing, such as headers, blank lines and delivery states
 * @param rejected lines that could not be read; as many rejects were handed on
 */
public record FileAccount(
    String file,
    String layout,
    Charset charset,
    long lines,
    long messages,
    long continuations,
    long noise,
    long rejected) {
  /** Stands for a layout in the account of a file that has none. */
  public static final String UNKNOWN = "unknown";

  /**
   * An account that adds up.
   *
   * @throws IllegalArgumentException if it does not: a reader has lost a line
   */
  public FileAccount {
    if (lines != messages + continuations + noise + rejected) {
      throw new IllegalArgumentException(
          "%s (%s): %d lines, but %d messages, %d continuations, %d noise, %d rejected"
              .formatted(file, layout, lines, messages, continuations, noise, rejected));
    }
  }
}
