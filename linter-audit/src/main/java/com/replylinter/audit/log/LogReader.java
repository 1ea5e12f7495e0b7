package com.replylinter.audit.log;

import java.io.IOException;

/** Reads one layout. Has no state of its own. */
interface LogReader {
  /** How much the beginning of a file of the right kind looks like this layout. */
  Likeness likeness(Head head);

  /**
   * Reads a whole file. Every line, row or record the file hands out is told to the ledger by what
   * hands it out; the reader owes the ledger exactly one fate for it.
   *
   * @throws LogFileException if the user's options do not do for this file
   * @throws IOException if the file cannot be read on
   */
  void read(LogFile file, Ledger ledger) throws IOException;

  /**
   * Whether messages stand in the order in which they were sent; if not, the messages of a
   * conversation are put into the order of their times.
   */
  default boolean isInOrder() {
    return true;
  }
}
