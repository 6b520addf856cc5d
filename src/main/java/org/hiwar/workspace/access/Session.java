package org.hiwar.workspace.access;

import java.time.Instant;

/// A log-in that is in use. `client` is what the browser says it is, cut to a readable length.
public record Session(
    SessionId id, String client, Instant createdAt, Instant lastUsedAt, Instant expiresAt) {}
