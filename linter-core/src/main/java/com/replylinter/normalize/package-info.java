/**
 * Folds that make spellings comparable, each keeping the map back to the original; the only place
 * where coordinates change.
 */
@NullMarked
package com.replylinter.normalize;

import org.jspecify.annotations.NullMarked;
