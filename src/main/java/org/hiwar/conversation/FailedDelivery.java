package org.hiwar.conversation;

import java.time.Instant;

/// A message that did not go out, for whoever looks after what failed.
///
/// @param failure as the screens translate it
/// @param detail what the other side said; empty: nothing
public record FailedDelivery(
    MessageId id,
    ConversationId conversation,
    long seq,
    InteractionId interaction,
    long account,
    String recipient,
    String text,
    String failure,
    String detail,
    int tries,
    Instant changedAt) {}
