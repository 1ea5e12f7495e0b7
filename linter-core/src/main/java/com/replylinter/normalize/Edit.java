package com.replylinter.normalize;

/**
 * A replacement in folded text.
 *
 * @param start first folded character that is replaced
 * @param end one past the last
 * @param by what stands there instead
 */
record Edit(int start, int end, String by) {}
