package org.hiwar.campaign.preview;

import java.time.Instant;
import org.hiwar.campaign.AttemptId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// One attempt to call a number of a record.
///
/// @param position of the number in its record; null: the agent gave it
/// @param automatic dialled by the preview timer
/// @param interaction null: not begun yet
/// @param result of the call; null while it goes on
/// @param applied what the dial rule did; null: not settled yet
public record Attempt(
    AttemptId id,
    @Nullable Integer position,
    String number,
    UserId agent,
    boolean automatic,
    @Nullable InteractionId interaction,
    Instant startedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt,
    @Nullable String result,
    @Nullable DispositionId disposition,
    @Nullable String notes,
    @Nullable String applied) {}
