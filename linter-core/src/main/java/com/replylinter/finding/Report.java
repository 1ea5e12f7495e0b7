package com.replylinter.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the linter says about one draft.
 *
 * @param id the request's id, echoed; null if it had none
 * @param complete false when a stage failed, so that silence must not be read as a pass
 * @param phrasebook version of the phrasebook that judged
 * @param findings in order of their spans
 * @param rewritten the whole draft with its offending sentences replaced, itself linted clean; null
 *     when there is nothing to rewrite
 */
public record Report(
    @Nullable String id,
    boolean complete,
    String phrasebook,
    List<Finding> findings,
    @Nullable String rewritten) {

  /** Keeps an immutable copy of the list. */
  public Report {
    findings = List.copyOf(findings);
  }

  /**
   * The gravest severity found, or pass. An incomplete report without findings is no pass: see
   * {@link #complete}.
   */
  public Verdict verdict() {
    return Verdict.of(findings);
  }
}
