package com.replylinter.audit.log;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Lines one after the other, with a look ahead. */
final class Lines implements Closeable {
  private final Source source;
  private final Ledger ledger;
  private final Deque<Line> ahead = new ArrayDeque<>();

  /** Where lines come from. */
  interface Source extends Closeable {
    /** The next line; null at the end. */
    @Nullable Line next() throws IOException;
  }

  /** Tells every line it hands out to the ledger. */
  Lines(Source source, Ledger ledger) {
    this.source = source;
    this.ledger = ledger;
  }

  /** The next line; null at the end. */
  @Nullable Line next() throws IOException {
    Line line = ahead.isEmpty() ? source.next() : ahead.remove();
    if (line != null) {
      ledger.line();
    }
    return line;
  }

  /** The text of the line {@code distance} lines on (the next is 0); empty behind the end. */
  String peek(int distance) throws IOException {
    while (ahead.size() <= distance) {
      Line line = source.next();
      if (line == null) {
        return "";
      }
      ahead.add(line);
    }
    return ahead.stream().skip(distance).findFirst().map(Line::text).orElse("");
  }

  /** Puts lines back that were handed out; their fates are then not owed any more. */
  void unread(Iterable<Line> lines) {
    Deque<Line> back = new ArrayDeque<>();
    lines.forEach(back::push);
    for (Line line : back) {
      ahead.push(line);
      ledger.unline();
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
