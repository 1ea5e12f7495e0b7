/**
 * Decides which candidates are offences: negation, reported speech, exceptions, conversation, shop
 * and overlap.
 */
@NullMarked
package com.replylinter.judge;

import org.jspecify.annotations.NullMarked;
