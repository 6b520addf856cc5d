package org.hiwar.conversation;

import org.hiwar.contact.ContactId;

/// Where a message of an agent goes.
public sealed interface BegunWriting {
  /// It was sent before, under the same client id.
  record Known(Message message) implements BegunWriting {}

  /// Into what goes on with this address, and what the agent has.
  record Going(InteractionId interaction, ConversationId conversation) implements BegunWriting {}

  /// Into an interaction that the floor has to give to the agent now.
  record Begun(InteractionId interaction, ConversationId conversation, ContactId contact)
      implements BegunWriting {}
}
