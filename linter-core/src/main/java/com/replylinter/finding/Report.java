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
 * @param traps questions of the buyer that invite an offence, still to be answered; they never
 *     change the verdict
 */
public record Report(
    @Nullable String id,
    boolean complete,
    String phrasebook,
    List<Finding> findings,
    @Nullable String rewritten,
    List<Trap> traps) {

  /** Keeps immutable copies of the lists. */
  public Report {
    findings = List.copyOf(findings);
    traps = List.copyOf(traps);
  }

  /**
   * The gravest severity found, or pass. An incomplete report without findings is no pass: see
   * {@link #complete}.
   */
  public Verdict verdict() {
    return Verdict.of(findings);
  }
}
