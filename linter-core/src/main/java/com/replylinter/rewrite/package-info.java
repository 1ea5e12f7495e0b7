/** Replaces the offending sentences by compliant ones that were linted themselves. */
@NullMarked
package com.replylinter.rewrite;

import org.jspecify.annotations.NullMarked;
