/** The one JSON shape of requests and reports, for the command line and the service alike. */
@NullMarked
package com.replylinter.json;

import org.jspecify.annotations.NullMarked;
