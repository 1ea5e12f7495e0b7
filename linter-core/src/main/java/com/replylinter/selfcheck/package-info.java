/** Runs the examples of every rule against the engine. */
@NullMarked
package com.replylinter.selfcheck;

import org.jspecify.annotations.NullMarked;
