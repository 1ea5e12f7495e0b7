/** Likeness to labelled cases: a small linear model for the wordings that no pattern foresaw. */
@NullMarked
package com.replylinter.likeness;

import org.jspecify.annotations.NullMarked;
