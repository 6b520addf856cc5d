package org.hiwar.conversation;

import java.time.Instant;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// A call that a customer raised from a page, and whose sound arrives.
///
/// `visitor` is attested by us; `claims` is what the customer said about themselves. `language`
/// (ar, en…) is null where it is unknown.
public record IncomingWebCall(
    ServiceId service,
    String visitor,
    long entry,
    @Nullable String language,
    Inbound.Claims claims,
    Instant at) {}
