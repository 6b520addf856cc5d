package org.hiwar.conversation;

import org.hiwar.contact.ContactId;

/// What an agent's call became: an interaction that the floor has to give to the agent now.
public record BegunCall(
    InteractionId interaction, ConversationId conversation, ContactId contact) {}
