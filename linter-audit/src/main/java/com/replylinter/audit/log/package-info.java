/**
 * Reads exported chat logs of every layout we know of into conversations, streaming, with an exact
 * account of what became of each line.
 *
 * <p>{@link com.replylinter.audit.log.LogFiles} finds files, {@link
 * com.replylinter.audit.log.Layout} is the list of layouts, one {@code LogReader} each; a reader
 * takes lines, rows or JSON records from its file and gives every one of them a fate in the {@code
 * Ledger}.
 */
@NullMarked
package com.replylinter.audit.log;

import org.jspecify.annotations.NullMarked;
