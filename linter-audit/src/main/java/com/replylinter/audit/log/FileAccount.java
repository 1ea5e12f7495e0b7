package com.replylinter.audit.log;

import java.nio.charset.Charset;

/**
 * What became of the lines of one file: {@code lines = messages + continuations + noise +
 * rejected}. Of formats that have no lines, rows or records are counted.
 *
 * @param file its name, as in {@link com.replylinter.audit.LogConversation#file}
 * @param layout name of the layout it was read by
 * @param charset its encoding
 * @param lines how many lines it has
 * @param messages lines that begin a message
 * @param continuations lines that go on with one
 * @param noise lines that say nothing: blank ones, status lines, headers
 * @param rejected lines that could not be read
 */
public record FileAccount(
    String file,
    String layout,
    Charset charset,
    long lines,
    long messages,
    long continuations,
    long noise,
    long rejected) {}
