package com.replylinter.audit.log;

/**
 * How much the beginning of a file looks like a layout.
 *
 * @param percent from 0, not at all, to 100
 * @param how how far the layout got with it
 */
record Likeness(int percent, Wording how) {
  /** Less is not taken for the layout. */
  static final int ENOUGH = 30;

  /** {@code hits} of {@code all} things are as they should be. */
  static Likeness share(long hits, long all, Wording how) {
    return new Likeness(all == 0 ? 0 : (int) Math.min(100, 100 * hits / all), how);
  }

  /** The file cannot have the layout, because it is not even of the right kind. */
  static Likeness none(String chinese, String english) {
    return new Likeness(0, new Wording(chinese, english));
  }
}
