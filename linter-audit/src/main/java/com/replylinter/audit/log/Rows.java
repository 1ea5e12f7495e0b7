package com.replylinter.audit.log;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a table, one after the other. Tells the ledger what it hands out. */
interface Rows extends Closeable {
  /** The next row; null at the end. */
  @Nullable Row next() throws IOException;
}
