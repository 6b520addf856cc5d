package org.hiwar.desktop.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That `agent` has given an interaction away: to the queue of `service`, or to `colleague`; the
/// other one is null. `note`: for whoever gets it; may be empty. `returnedAt`: when the agent had
/// it again, because the colleague did not accept it; null: it did not come back.
public record TransferView(
    Named agent,
    Instant at,
    @Nullable Named service,
    @Nullable Named colleague,
    String note,
    @Nullable Instant returnedAt) {}
