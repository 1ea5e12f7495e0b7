package com.replylinter.audit.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into lines before they are decoded, so that a broken character harms its own line
 * only. Ends of lines are LF or CR LF.
 */
final class ByteLines implements Lines.Source {
  /** Longer lines are not held, in bytes. */
  static final int MAX_LINE = 4 << 20;

  private final InputStream in;
  private final Charset charset;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private long number;

  /** Decodes lines of {@code in} by {@code charset}, which must say its byte order itself. */
  ByteLines(InputStream in, Charset charset) {
    this.in = in;
    this.charset = charset;
  }

  @Override
  public @Nullable Line next() throws IOException {
    if (from == to && !fill()) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    boolean isTooLong = false;
    boolean isEnded = false;
    byte last = -1;
    while (!isEnded && (from < to || fill())) {
      int end = from;
      while (end < to && !isEnded) {
        isEnded = endsLine(last, buffer[end]);
        last = buffer[end];
        end++;
      }
      if (line.size() + end - from <= MAX_LINE) {
        line.write(buffer, from, end - from);
      } else {
        isTooLong = true;
      }
      from = end;
    }
    number++;
    return new Line(number, isTooLong ? "" : text(line.toByteArray(), isEnded), isTooLong);
  }

  /** Whether a line ends with byte {@code b}. */
  private boolean endsLine(byte before, byte b) {
    if (charset.equals(StandardCharsets.UTF_16LE)) {
      return before == '\n' && b == 0;
    }
    return b == '\n' && (before == 0 || !charset.equals(StandardCharsets.UTF_16BE));
  }

  private String text(byte[] bytes, boolean isEnded) {
    boolean isWide = Charsets.isWide(charset);
    int end = bytes.length - (isEnded ? (isWide ? 2 : 1) : 0);
    String text = new String(bytes, 0, end, charset);
    int start = number == 1 && text.startsWith(Charsets.BYTE_ORDER_MARK) ? 1 : 0;
    return text.substring(start, text.endsWith("\r") ? text.length() - 1 : text.length());
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
