package com.replylinter.judge;

import com.replylinter.match.Quantity;
import com.replylinter.phrasebook.Commits;
import org.jspecify.annotations.Nullable;

/**
 * What a match promises, as far as it was said.
 *
 * @param type the kind of promise
 * @param what the thing, such as a gift
 * @param courier who is to carry the parcel
 * @param by the time named, such as 明天
 * @param days the count of days named
 * @param amount the amount named, in yuan
 */
public record Promise(
    Commits.Type type,
    @Nullable String what,
    @Nullable String courier,
    @Nullable String by,
    @Nullable Quantity days,
    @Nullable Quantity amount) {}
