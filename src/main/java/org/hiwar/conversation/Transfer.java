package org.hiwar.conversation;

import java.time.Instant;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// That an agent has given an interaction away.
///
/// @param agent who
/// @param service to whose queue; null: to a colleague
/// @param colleague to whom; null: to a service
/// @param note for whoever gets it; may be empty
/// @param returnedAt when the agent had it again, because the colleague did not accept it; null: it
///     did not come back
public record Transfer(
    InteractionId interaction,
    UserId agent,
    @Nullable ServiceId service,
    @Nullable UserId colleague,
    String note,
    Instant at,
    @Nullable Instant returnedAt) {}
