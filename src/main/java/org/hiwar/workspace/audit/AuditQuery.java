package org.hiwar.workspace.audit;

import java.time.Instant;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What is looked for in the audit log; what is null narrows nothing.
///
/// @param by who did it
/// @param kind of thing it was done to: what stands before the dot (`user`)
/// @param from included
/// @param to excluded
record AuditQuery(
    @Nullable UserId by, @Nullable String kind, @Nullable Instant from, @Nullable Instant to) {}
