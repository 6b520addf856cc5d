package org.hiwar.conversation;

import java.util.UUID;

/// A message to be stored in a live interaction of a conversation.
public record NewMessage(
    ConversationId conversation,
    InteractionId interaction,
    UUID clientId,
    Author author,
    String text) {}
