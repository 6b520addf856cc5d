package org.hiwar.conversation;

import java.time.Instant;
import org.hiwar.contact.ContactId;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// A call that an agent begins.
///
/// `conversation` is the one that it is begun from, `contact` whom it is for; null: not said, then
/// the number tells. One that does not exist counts as not said.
public record OutgoingPhoneCall(
    UserId agent,
    ServiceId service,
    String number,
    @Nullable ContactId contact,
    @Nullable ConversationId conversation,
    Instant at) {}
