package com.replylinter.likeness;

import org.jspecify.annotations.Nullable;

/**
 * A reply of which somebody said what it is.
 *
 * @param rule id of the rule it breaks; null if it is compliant
 * @param question the buyer's message it answers; empty if none
 * @param draft the reply
 */
public record LabelledCase(@Nullable String rule, String question, String draft) {}
