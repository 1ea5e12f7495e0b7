package com.replylinter.finding;

import com.replylinter.phrasebook.Severity;
import java.util.List;
import java.util.Locale;

/** The gravest severity among a report's findings, or {@link #PASS}. */
public enum Verdict {
  PASS,
  REMIND,
  WARN,
  BLOCK;

  /** The verdict over these findings. */
  public static Verdict of(List<Finding> findings) {
    Verdict worst = PASS;
    for (Finding finding : findings) {
      Verdict one = of(finding.severity());
      if (one.compareTo(worst) > 0) {
        worst = one;
      }
    }
    return worst;
  }

  private static Verdict of(Severity severity) {
    return switch (severity) {
      case REMIND -> REMIND;
      case WARN -> WARN;
      case BLOCK -> BLOCK;
    };
  }

  /**
   * Whether the draft should not go out as it is: warn or block (exit code 1 of the command line).
   */
  public boolean isViolation() {
    return this == WARN || this == BLOCK;
  }

  /** The lower-case name used in JSON and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
