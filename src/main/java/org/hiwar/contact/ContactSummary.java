package org.hiwar.contact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A contact as lists and conversations show it. Without a `name` the screens call it visitor and
/// the last digits of its id, and without a `photo` they show the first letter of the name.
/// `lastActivityAt` is null while nothing has happened with it.
public record ContactSummary(
    ContactId id,
    @Nullable String name,
    long version,
    List<Address> addresses,
    @Nullable PhotoId photo,
    @Nullable Instant lastActivityAt) {}
