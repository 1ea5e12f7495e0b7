package com.replylinter.audit;

import com.replylinter.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One offence found in a conversation.
 *
 * @param message index of the offending message in its conversation, counted from 0
 * @param finding what is wrong; its turn, if it has one, is an index into the same conversation
 * @param rewritten the whole message made compliant; null if nothing clean was found
 */
public record AuditedFinding(int message, Finding finding, @Nullable String rewritten) {}
