package org.hiwar.conversation;

import java.util.List;
import java.util.Map;
import org.hiwar.contact.ContactSummary;

/// A conversation with whom it is held and what it consists of, but its messages.
///
/// @param interactions oldest first; calls that the floor has not taken (yet) are none
/// @param transfers every time that one of them was given away, the earliest first; one that never
///     was is missing
/// @param participants who was or is in one of them beside the agent who has it; one that has none
///     is missing
public record WholeConversation(
    Conversation conversation,
    ContactSummary contact,
    List<Interaction> interactions,
    Map<InteractionId, List<Transfer>> transfers,
    Map<InteractionId, List<Participant>> participants) {
  public WholeConversation {
    interactions = List.copyOf(interactions);
    transfers = Map.copyOf(transfers);
    participants = Map.copyOf(participants);
  }
}
