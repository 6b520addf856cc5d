package org.hiwar.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stored message: number `seq` of its conversation, counted from 1 without holes. `clientId` was
/// made by whoever wrote it; within an interaction it is there once.
///
/// @param at when it was stored
/// @param writtenAt by the clock of the provider that brought it; null: not said
/// @param delivery of what goes out by an account; null: it is seen where it is stored
public record Message(
    ConversationId conversation,
    long seq,
    MessageId id,
    InteractionId interaction,
    UUID clientId,
    Author author,
    String text,
    Instant at,
    @Nullable Instant writtenAt,
    @Nullable Delivery delivery) {}
