package com.replylinter.finding;

import com.replylinter.phrasebook.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * A question of the buyer that many agents answer wrongly, seen before anything is typed.
 *
 * @param rule the rule that knows it
 * @param title its topic, in Chinese
 * @param message what not to say and what to do, in Chinese
 * @param why the platform rule behind it, in Chinese
 * @param reply the recommended answer, linted clean in this conversation; null if none is
 * @param turn index of the conversation turn that asks
 */
public record Trap(
    RuleId rule, String title, String message, String why, @Nullable String reply, int turn) {}
