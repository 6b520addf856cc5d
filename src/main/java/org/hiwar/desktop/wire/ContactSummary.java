package org.hiwar.desktop.wire;

import java.time.Instant;
import java.util.List;
import org.hiwar.contact.ContactId;
import org.jspecify.annotations.Nullable;

/// A contact in a list or above a conversation. `name` is null while nobody has given one; `lastActivityAt` is null
/// before the first interaction.
public record ContactSummary(
    ContactId id, @Nullable String name, long version, List<AddressView> addresses, @Nullable Instant lastActivityAt) {}
