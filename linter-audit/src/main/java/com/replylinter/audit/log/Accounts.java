package com.replylinter.audit.log;

import java.util.List;

/**
 * What became of the lines of every file that was read.
 *
 * @param files one account a file, in the order in which they were read
 */
public record Accounts(List<FileAccount> files) {
  /** Nothing was read. */
  public static final Accounts NONE = new Accounts(List.of());

  /** Keeps an immutable copy. */
  public Accounts {
    files = List.copyOf(files);
  }
}
