package com.replylinter.audit.run;

/** A run cannot be resumed: its files, its settings or the phrasebook are no longer the same. */
public final class OtherJobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OtherJobException() {
    super("another job");
  }
}
