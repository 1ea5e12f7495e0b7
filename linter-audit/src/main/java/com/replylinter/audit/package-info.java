/**
 * Audits exported chat logs: what was already said, judged as it would have been before sending.
 */
@NullMarked
package com.replylinter.audit;

import org.jspecify.annotations.NullMarked;
