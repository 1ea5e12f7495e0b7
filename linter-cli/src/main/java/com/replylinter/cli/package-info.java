/**
 * The command line: parses arguments, reads and writes UTF-8, and leaves the work to the library.
 */
@NullMarked
package com.replylinter.cli;

import org.jspecify.annotations.NullMarked;
