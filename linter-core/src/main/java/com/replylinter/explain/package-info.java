/** Why a draft was judged as it was: every candidate, kept or dropped, and what it rests on. */
@NullMarked
package com.replylinter.explain;

import org.jspecify.annotations.NullMarked;
