/** Finds every place where a rule's pattern matches the normalised text. */
@NullMarked
package com.replylinter.match;

import org.jspecify.annotations.NullMarked;
