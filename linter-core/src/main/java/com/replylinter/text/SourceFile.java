package com.replylinter.text;

/**
 * A named text file whose offsets can be told as line and column.
 *
 * @param name path to show, with forward slashes
 * @param text the whole content
 */
public record SourceFile(String name, String text) {

  /** The line (1-based) that the code unit at {@code offset} stands on. */
  public int line(int offset) {
    int line = 1;
    for (int i = 0; i < Math.min(offset, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }

  /** The column (1-based, UTF-16 code units) of the code unit at {@code offset}. */
  public int column(int offset) {
    int at = Math.min(offset, text.length());
    return at - (text.lastIndexOf('\n', at - 1) + 1) + 1;
  }

  /** The offset of a line and column (both 1-based), or the end if there is no such line. */
  public int offset(int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return text.length();
      }
      start = end + 1;
    }
    return Math.min(start + column - 1, text.length());
  }

  /** The text of one line, without its line break; empty past the end. */
  public String lineText(int line) {
    return text.lines().skip(line - 1L).findFirst().orElse("");
  }
}
