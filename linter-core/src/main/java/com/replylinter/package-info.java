/** The linter as a library: a request in, a report out. */
@NullMarked
package com.replylinter;

import org.jspecify.annotations.NullMarked;
