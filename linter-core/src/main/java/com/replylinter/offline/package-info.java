/** What a chat window can still check by itself while the service cannot be reached. */
@NullMarked
package com.replylinter.offline;

import org.jspecify.annotations.NullMarked;
