/** The reports of an audit: what was found, in files that people and programs read. */
@NullMarked
package com.replylinter.audit.report;

import org.jspecify.annotations.NullMarked;
