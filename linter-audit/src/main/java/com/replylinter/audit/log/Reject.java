package com.replylinter.audit.log;

/**
 * A line that could not be read.
 *
 * @param file the file, as in {@link com.replylinter.audit.LogConversation#file}
 * @param line its line there, counted from 1
 * @param reason why, in Chinese
 * @param raw the line itself, cut if it is long
 */
public record Reject(String file, long line, String reason, String raw) {}
