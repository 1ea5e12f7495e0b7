/** Word boundaries from the smartcn segmenter; the only package that knows Lucene. */
@NullMarked
package com.replylinter.token;

import org.jspecify.annotations.NullMarked;
