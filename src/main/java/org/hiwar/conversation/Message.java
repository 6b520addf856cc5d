package org.hiwar.conversation;

import java.time.Instant;
import java.util.UUID;

/// A stored message: number `seq` of its conversation, counted from 1 without holes. `clientId` was
/// made by whoever wrote it; within an interaction it is there once.
public record Message(
    ConversationId conversation,
    long seq,
    MessageId id,
    InteractionId interaction,
    UUID clientId,
    Author author,
    String text,
    Instant at) {}
