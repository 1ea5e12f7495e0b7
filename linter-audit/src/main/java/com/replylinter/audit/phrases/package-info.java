/** Files of quick replies: each reply judged before anybody sends it. */
@NullMarked
package com.replylinter.audit.phrases;

import org.jspecify.annotations.NullMarked;
