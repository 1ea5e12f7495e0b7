/** The run of an audit: conversations judged on all cores, in their order, with little memory. */
@NullMarked
package com.replylinter.audit.run;

import org.jspecify.annotations.NullMarked;
