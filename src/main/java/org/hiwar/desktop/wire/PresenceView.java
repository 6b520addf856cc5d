package org.hiwar.desktop.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An agent's presence, and the work status derived from what the agent holds.
///
/// `reason` is null unless the state is NOT_READY; `next` is null when no change is pending;
/// `since` is when what is displayed began; `capacityUsed` is in percent of one agent and may pass
/// 100.
public record PresenceView(
    State state,
    @Nullable String reason,
    @Nullable Next next,
    WorkStatus workStatus,
    Instant since,
    int capacityUsed) {

  public enum State {
    LOGGED_OUT,
    NOT_READY,
    READY
  }

  public enum WorkStatus {
    IDLE,
    RINGING,
    BUSY,
    WRAP_UP
  }

  /// The change that takes effect when the agent holds nothing any more.
  public record Next(State state, @Nullable String reason) {}
}
