package org.hiwar.conversation;

import java.time.Instant;
import java.util.UUID;
import org.hiwar.contact.Address;
import org.hiwar.contact.ContactId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What an agent is about to write by an account of ours.
///
/// `conversation` is the one that it is written from, `contact` whom it is for; null: not said,
/// then the address tells. One that does not exist counts as not said.
///
/// @param to normalised
/// @param thread which of several with this address; null: there is one
/// @param clientId of the message
public record OutgoingMessage(
    UserId agent,
    ServiceId service,
    Medium medium,
    String channel,
    long account,
    Address to,
    @Nullable Long thread,
    @Nullable ContactId contact,
    @Nullable ConversationId conversation,
    UUID clientId,
    Instant at) {}
