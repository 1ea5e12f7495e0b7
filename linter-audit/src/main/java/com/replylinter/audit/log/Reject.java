package com.replylinter.audit.log;

/**
 * A line that could not be read.
 *
 * @param file the file, named as in {@link com.replylinter.audit.LogConversation#file}
 * @param line the line, row or record of the file, counted from 1
 * @param reason where, what, and what to do, in Chinese
 * @param raw the line itself, or its beginning; characters that could not be decoded are U+FFFD
 */
public record Reject(String file, long line, String reason, String raw) {}
