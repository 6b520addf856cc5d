package org.hiwar.channel;

import java.time.Instant;
import org.hiwar.conversation.DeliveryState;
import org.jspecify.annotations.Nullable;

/// What the provider tells of a message that we sent.
///
/// @param externalId as [Sending.Taken] gave it
/// @param failure why, as the screens translate it; null unless it failed
public record Receipt(
    String externalId, DeliveryState state, @Nullable String failure, Instant at) {}
