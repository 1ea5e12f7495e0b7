/** Positions in text, and nothing else. */
@NullMarked
package com.replylinter.text;

import org.jspecify.annotations.NullMarked;
