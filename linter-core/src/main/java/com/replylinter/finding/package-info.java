/** What the linter says: findings, report and verdict. */
@NullMarked
package com.replylinter.finding;

import org.jspecify.annotations.NullMarked;
