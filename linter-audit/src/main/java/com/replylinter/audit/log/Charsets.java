package com.replylinter.audit.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Tells the encoding of a text by its bytes. */
final class Charsets {
  static final Charset GB18030 = Charset.forName("GB18030");
  static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final int HEAD = 1 << 12;

  /** After so many bytes outside ASCII the encoding is clear. */
  private static final int CLEAR = 1 << 16;

  /**
   * UTF-8 that was damaged keeps at least so many whole characters for each broken one. Of GB18030
   * read as UTF-8 hardly a third looks whole.
   */
  private static final int WHOLE_PER_BROKEN = 4;

  private Charsets() {}

  /** Whether a character takes two bytes or more, so that ASCII has bytes of zero. */
  static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16");
  }

  /** The same encoding with its byte order told, as {@link ByteLines} needs it. */
  static Charset ordered(Charset charset, InputStream in) throws IOException {
    if (!charset.equals(StandardCharsets.UTF_16)) {
      return charset;
    }
    Charset found = detect(in);
    return isWide(found) ? found : StandardCharsets.UTF_16LE;
  }

  /**
   * The encoding: by its mark; else UTF-16 if there are bytes of zero, UTF-8 if the bytes form its
   * characters, stray broken ones aside, or GB18030.
   */
  static Charset detect(InputStream in) throws IOException {
    byte[] head = in.readNBytes(HEAD);
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    } else if (startsWith(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    } else if (startsWith(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      zeros[i % 2] += head[i] == 0 ? 1 : 0;
    }
    if (zeros[0] + zeros[1] > 0) {
      return zeros[1] >= zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    Utf8Count count = new Utf8Count();
    byte[] buffer = head;
    for (int n = head.length; n > 0 && count.foreign < CLEAR; n = in.read(buffer)) {
      count.add(buffer, n);
      buffer = buffer.length < 1 << 16 ? new byte[1 << 16] : buffer;
    }
    return count.broken * WHOLE_PER_BROKEN <= count.whole ? StandardCharsets.UTF_8 : GB18030;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Counts characters of several bytes that are whole, and bytes that belong to none. */
  private static final class Utf8Count {
    private long foreign;
    private long whole;
    private long broken;
    private int missing;
    private int lowest = 0x80;
    private int highest = 0xBF;

    void add(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        add(bytes[i] & 0xFF);
      }
    }

    private void add(int b) {
      foreign += b < 0x80 ? 0 : 1;
      if (missing > 0 && b >= lowest && b <= highest) {
        missing--;
        whole += missing == 0 ? 1 : 0;
        expect(0x80, 0xBF);
        return;
      }
      broken += missing > 0 ? 1 : 0;
      missing = b < 0xC2 || b > 0xF4 ? 0 : b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
      broken += b >= 0x80 && missing == 0 ? 1 : 0;
      expect(
          b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80, b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF);
    }

    private void expect(int low, int high) {
      lowest = low;
      highest = high;
    }
  }
}
