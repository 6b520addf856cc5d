package org.hiwar.campaign.rule;

import org.hiwar.workspace.Disposition;
import org.jspecify.annotations.Nullable;

/// How an attempt ended. `position` of the number in its record; null: an agent gave the number.
/// `retries`: how often the same number was called again already within this attempt. `nextCall`:
/// what the agent has agreed on; null: nothing.
public record Outcome(
    Disposition disposition,
    @Nullable Integer position,
    int retries,
    @Nullable NextCall nextCall) {}
