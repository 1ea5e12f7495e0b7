/** The rules as data: model, pattern notation and loader with errors at file:line:column. */
@NullMarked
package com.replylinter.phrasebook;

import org.jspecify.annotations.NullMarked;
