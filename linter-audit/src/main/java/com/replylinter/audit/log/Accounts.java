package com.replylinter.audit.log;

/** What became of the lines. */
public record Accounts(long lines) {}
