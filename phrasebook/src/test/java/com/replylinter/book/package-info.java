/** Tests about the whole phrasebook. Each collects every failure before it fails. */
@NullMarked
package com.replylinter.book;

import org.jspecify.annotations.NullMarked;
