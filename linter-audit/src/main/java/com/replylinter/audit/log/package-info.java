/** Reads exported chat logs. */
@NullMarked
package com.replylinter.audit.log;

import org.jspecify.annotations.NullMarked;
