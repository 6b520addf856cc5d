package org.hiwar.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a customer has made of a message of theirs, on a channel where that is possible.
///
/// @param clientId of the message
/// @param at when, by the provider's clock; null: not said
public record CustomersChange(
    ConversationId conversation,
    InteractionId interaction,
    UUID clientId,
    String text,
    @Nullable Instant at) {}
