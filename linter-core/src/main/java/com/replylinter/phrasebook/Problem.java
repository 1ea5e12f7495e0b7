package com.replylinter.phrasebook;

import com.replylinter.text.SourceFile;

/**
 * Something wrong with a phrasebook file.
 *
 * @param file path inside the phrasebook
 * @param line 1-based
 * @param column 1-based, in UTF-16 code units
 * @param message what is wrong and what is allowed, in Chinese
 * @param snippet the line itself
 */
public record Problem(String file, int line, int column, String message, String snippet)
    implements Comparable<Problem> {

  /** The problem at one offset of a file. */
  static Problem at(SourceFile file, int offset, String message) {
    int line = file.line(offset);
    return new Problem(file.name(), line, file.column(offset), message, file.lineText(line));
  }

  /**
   * {@code file:line:column: message}, then the line, then a caret under the column (wide
   * characters count two).
   */
  public String render() {
    StringBuilder caret = new StringBuilder();
    for (int i = 0; i < Math.min(column - 1, snippet.length()); i++) {
      caret.append(snippet.charAt(i) < 0x1100 ? " " : "  ");
    }
    return "%s:%d:%d: %s%n  %s%n  %s^".formatted(file, line, column, message, snippet, caret);
  }

  @Override
  public int compareTo(Problem other) {
    int byFile = file.compareTo(other.file);
    int byLine = Integer.compare(line, other.line);
    return byFile != 0 ? byFile : byLine != 0 ? byLine : Integer.compare(column, other.column);
  }
}
