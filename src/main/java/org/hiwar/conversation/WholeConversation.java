package org.hiwar.conversation;

import java.util.List;
import org.hiwar.contact.ContactSummary;

/// A conversation with whom it is held and what it consists of, but its messages.
///
/// @param interactions oldest first; calls that the floor has not taken (yet) are none
public record WholeConversation(
    Conversation conversation, ContactSummary contact, List<Interaction> interactions) {
  public WholeConversation {
    interactions = List.copyOf(interactions);
  }
}
