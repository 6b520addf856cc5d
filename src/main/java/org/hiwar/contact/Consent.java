package org.hiwar.contact;

import java.time.Instant;
import org.hiwar.workspace.UserId;

/// Whether a customer agreed to be written to or called on a channel. `by` is who heard it.
public record Consent(String channel, boolean given, Instant at, UserId by) {}
