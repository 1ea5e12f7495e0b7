package com.replylinter.json;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of JSON lines into lines, holding one of them at a time. */
public final class LineReader {
  private final InputStream in;
  private final int limit;

  /** Reads lines of up to {@code limit} bytes from {@code in}. */
  public LineReader(InputStream in, int limit) {
    this.in = new BufferedInputStream(in, 1 << 14);
    this.limit = limit;
  }

  /**
   * A line.
   *
   * @param bytes its bytes without the line end; empty if it was too long
   * @param tooLong whether it was longer than the limit
   */
  public record Line(byte[] bytes, boolean tooLong) {
    /** Whether it holds nothing but white space. */
    public boolean isBlank() {
      for (byte b : bytes) {
        if (b != ' ' && b != '\t' && b != '\r') {
          return false;
        }
      }
      return !tooLong;
    }
  }

  /**
   * The next line; null at the end.
   *
   * @throws IOException if the stream breaks
   */
  public @Nullable Line next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    boolean tooLong = false;
    int b = in.read();
    if (b < 0) {
      return null;
    }
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (line.size() < limit) {
        line.write(b);
      } else {
        tooLong = true;
      }
    }
    return new Line(tooLong ? new byte[0] : line.toByteArray(), tooLong);
  }

  /**
   * Whether reading on would wait for the sender.
   *
   * @throws IOException if the stream breaks
   */
  public boolean wouldWait() throws IOException {
    return in.available() == 0;
  }
}
