package org.hiwar.contact;

import java.time.Instant;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// That nothing may be sent to an address on a channel any more.
///
/// @param channel by its name, such as `sms`
/// @param word what the customer wrote; null: an agent noted it
/// @param by the agent; null: the customer themselves
public record OptOut(
    AddressKind kind,
    String value,
    String channel,
    @Nullable String word,
    @Nullable UserId by,
    Instant at) {}
