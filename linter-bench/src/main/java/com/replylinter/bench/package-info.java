/** Benchmarks of the library and a load run against the service. */
@NullMarked
package com.replylinter.bench;

import org.jspecify.annotations.NullMarked;
