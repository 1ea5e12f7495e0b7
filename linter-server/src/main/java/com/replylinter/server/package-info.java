/** The HTTP service: the linter behind a JSON interface, and the page that uses it. */
@NullMarked
package com.replylinter.server;

import org.jspecify.annotations.NullMarked;
