package org.hiwar.channel;

import java.time.Instant;
import org.hiwar.contact.ContactId;
import org.jspecify.annotations.Nullable;

/// Whom an agent would write to.
///
/// @param address normalised, of the kind that the channel's capabilities name
/// @param lastHeard when this address last wrote to the account; null: never
public record Recipient(ContactId contact, String address, @Nullable Instant lastHeard) {}
