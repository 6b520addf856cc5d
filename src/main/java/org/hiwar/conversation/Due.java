package org.hiwar.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that has to go out now.
///
/// @param account of ours that carries it
/// @param channel by its name
/// @param recipient the customer's address, normalised
/// @param template as which it goes out; null: as it is written
/// @param tries how often it was tried before
public record Due(
    MessageId id,
    ConversationId conversation,
    long seq,
    InteractionId interaction,
    UUID clientId,
    long account,
    String channel,
    String recipient,
    String text,
    @Nullable TemplateUse template,
    int tries) {}
