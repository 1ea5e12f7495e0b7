package com.replylinter.audit.log;

/**
 * A line of a text.
 *
 * @param number counted from 1
 * @param text without its line end; empty if it was too long to be held
 * @param isTooLong whether it was
 */
record Line(long number, String text, boolean isTooLong) {
  /** What stands for bytes that are no character. */
  static final char UNDECODED = '\uFFFD';

  private static final int FEW = 3;

  Line(long number, String text) {
    this(number, text, false);
  }

  boolean isBlank() {
    return !isTooLong && text.isBlank();
  }

  /** Why it cannot be read at all; empty if it can. */
  String damage() {
    if (isTooLong) {
      return "第 %d 行太长（超过 %d 字节），没有读。请检查导出文件。".formatted(number, ByteLines.MAX_LINE);
    }
    return isGarbled(text)
        ? "第 %d 行有许多字节解不出文字，多半是编码不对或文件损坏。请用 --charset 指定编码，或重新导出。".formatted(number)
        : "";
  }

  /** Whether more than a stray character was lost in decoding. */
  static boolean isGarbled(String text) {
    if (text.indexOf(UNDECODED) < 0) {
      return false;
    }
    long lost = text.chars().filter(c -> c == UNDECODED).count();
    long foreign = text.chars().filter(c -> c > 0x7F).count();
    return lost >= FEW && 4 * lost >= foreign;
  }
}
