package com.replylinter.audit;

import com.replylinter.Linter;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;

/** The linter that tests judge with, built once. */
public final class Linters {
  /** By the bundled phrasebook. */
  public static final Linter BUNDLED =
      Linter.of(PhrasebookLoader.load(PhrasebookSource.bundled()).phrasebook().orElseThrow());

  private Linters() {}
}
