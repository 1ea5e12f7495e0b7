package com.replylinter.phrasebook;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a phrasebook's file.
 *
 * @param name path inside the phrasebook
 * @param before what it says now; null if it is new
 * @param after what it is to say; null if it goes
 */
public record FileChange(String name, @Nullable String before, @Nullable String after) {}
