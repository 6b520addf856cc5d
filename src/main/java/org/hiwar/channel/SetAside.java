package org.hiwar.channel;

import java.time.Instant;

/// An item that could not be used, as it is listed.
///
/// @param reason as the screens translate it
/// @param detail what exactly, for experts; empty: nothing
/// @param bytes of the item as it came
public record SetAside(
    long id,
    AccountId account,
    String externalId,
    Instant receivedAt,
    String reason,
    String detail,
    long bytes) {}
