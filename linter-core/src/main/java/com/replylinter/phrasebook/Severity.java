package com.replylinter.phrasebook;

/** How bad it is to send the line; ordered from mild to grave. */
public enum Severity {
  /** A commitment or a matter of style: send it knowingly. */
  REMIND,
  /** Risky: reword it. */
  WARN,
  /** Costs penalty points or loses a dispute: do not send it. */
  BLOCK;

  /** The lower-case name used in phrasebook files, JSON and reports. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
