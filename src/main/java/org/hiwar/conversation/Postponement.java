package org.hiwar.conversation;

import java.time.Instant;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// That an agent has set an interaction aside.
///
/// @param note why; may be empty
/// @param backAt null: it is postponed
/// @param backBy CUSTOMER: has written; AGENT: has taken it before its time; SYSTEM: its time came
public record Postponement(
    InteractionId interaction,
    UserId agent,
    Instant at,
    Instant until,
    String note,
    @Nullable Instant backAt,
    @Nullable EndedBy backBy) {

  public boolean open() {
    return backAt == null;
  }
}
