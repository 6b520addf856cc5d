package org.hiwar.desktop.wire;

import java.time.Instant;
import org.hiwar.conversation.EndedBy;
import org.jspecify.annotations.Nullable;

/// That `agent` has set an interaction aside until `until`. `note`: why; may be empty. `backAt` and
/// `backBy` are null while it is postponed.
public record PostponementView(
    Named agent,
    Instant at,
    Instant until,
    String note,
    @Nullable Instant backAt,
    @Nullable EndedBy backBy) {}
