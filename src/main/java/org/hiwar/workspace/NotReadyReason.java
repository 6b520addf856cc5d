package org.hiwar.workspace;

import org.jspecify.annotations.Nullable;

/// Why an agent is not ready, as he says it himself. `code` and `name` as for a disposition.
public record NotReadyReason(
    ReasonId id, @Nullable String code, @Nullable String name, int position) {}
