package org.hiwar.conversation;

import java.time.Instant;
import org.hiwar.contact.ContactId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;

/// An interaction that an agent has at the moment.
///
/// @param agent who has it, since `since`
/// @param live whether the two sides are still connected; else it is being wrapped up
public record InHand(
    InteractionId interaction,
    ConversationId conversation,
    ContactId contact,
    Medium medium,
    String channel,
    ServiceId service,
    UserId agent,
    Instant since,
    boolean live) {}
