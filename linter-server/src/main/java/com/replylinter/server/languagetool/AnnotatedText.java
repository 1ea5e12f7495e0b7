package com.replylinter.server.languagetool;

import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with markup, of which only the text is linted.
 *
 * @param plain what is linted: the text, and what markup is to be read as
 * @param marked the whole as submitted, markup included
 * @param pieces what {@code plain} consists of, in order; none is empty
 */
record AnnotatedText(String plain, String marked, List<Piece> pieces) {
  AnnotatedText {
    pieces = List.copyOf(pieces);
  }

  /**
   * A part of the plain text and what it stands for.
   *
   * @param plain where in the plain text
   * @param marked where in the text with markup; as long as {@code plain} if it is text
   * @param isText whether it is text rather than what markup is read as
   */
  record Piece(Span plain, Span marked, boolean isText) {}

  /** A text without markup. */
  static AnnotatedText of(String text) {
    return new Builder().text(text).build();
  }

  /**
   * The same place with markup counted. What begins or ends in markup that is read as something
   * takes all of that markup.
   *
   * @param span a place in the plain text, not empty
   */
  Span marked(Span span) {
    Piece first = at(span.start());
    Piece last = at(span.end() - 1);
    int start =
        first.isText()
            ? first.marked().start() + span.start() - first.plain().start()
            : first.marked().start();
    int end =
        last.isText()
            ? last.marked().start() + span.end() - last.plain().start()
            : last.marked().end();
    return new Span(start, end);
  }

  private Piece at(int character) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces.get(middle).plain().start() <= character) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return pieces.get(low);
  }

  /** Puts a text together, piece by piece. */
  static final class Builder {
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder marked = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    Builder text(String text) {
      return add(text, text, true);
    }

    /** Markup, and what it is to be read as; empty for nothing. */
    Builder markup(String markup, String readAs) {
      return add(readAs, markup, false);
    }

    AnnotatedText build() {
      return new AnnotatedText(plain.toString(), marked.toString(), pieces);
    }

    private Builder add(String read, String written, boolean isText) {
      if (!read.isEmpty()) {
        pieces.add(
            new Piece(
                new Span(plain.length(), plain.length() + read.length()),
                new Span(marked.length(), marked.length() + written.length()),
                isText));
      }
      plain.append(read);
      marked.append(written);
      return this;
    }
  }
}
