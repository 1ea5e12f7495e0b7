/** Audits chat logs on a cluster: the same judgement as on one machine, as an Apache Spark job. */
@NullMarked
package com.replylinter.spark;

import org.jspecify.annotations.NullMarked;
