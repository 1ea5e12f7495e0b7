package com.replylinter.audit.run;

/** Is told how far a run has come. Called by one thread. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = (done, total, messages) -> {};

  /**
   * Some more was audited.
   *
   * @param done bytes of the files, estimated from lines where lines can be counted
   * @param total bytes of all files
   * @param messages messages audited so far
   */
  void at(long done, long total, long messages);
}
