/**
 * Readers of exported chat logs: files in, whole conversations and an account of every line out.
 */
@NullMarked
package com.replylinter.audit.log;

import org.jspecify.annotations.NullMarked;
