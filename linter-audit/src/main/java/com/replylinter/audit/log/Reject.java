package com.replylinter.audit.log;

/** An input line that was not understood. */
public record Reject(String file, long line, String reason, String raw) {}
