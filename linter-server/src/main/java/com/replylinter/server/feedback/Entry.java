package com.replylinter.server.feedback;

import java.time.Instant;

/**
 * A feedback that is kept.
 *
 * @param id grows with every entry
 * @param at when it came, to the millisecond
 * @param feedback what was told
 */
public record Entry(long id, Instant at, Feedback feedback) {}
