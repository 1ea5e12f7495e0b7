package com.replylinter.cli;

/** Exit codes. */
final class Exit {
  /** Nothing to object to. */
  static final int CLEAN = 0;

  /** Findings of severity block or warn; a failed test of the phrasebook. */
  static final int FINDINGS = 1;

  /** A usage or input error. */
  static final int USAGE = 2;

  private Exit() {}
}
