/** Positions in text, and where its sentences end. */
@NullMarked
package com.replylinter.text;

import org.jspecify.annotations.NullMarked;
