/** Many words found in one pass over a text. */
@NullMarked
package com.replylinter.automaton;

import org.jspecify.annotations.NullMarked;
