package org.hiwar.campaign;

import java.time.Duration;
import java.time.Instant;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// Calling the records of some lists for one purpose.
///
/// - `calls`: the service of medium VOICE whose calls they are, with its caller id, its rules of
///   recording and its wrap-up; null: not chosen yet.
/// - `state`: whether records are handed out. `enabled`: set up completely; it may be started.
/// - `offer`: how long a preview rings.
public record Campaign(
    CampaignId id,
    String name,
    Mode mode,
    @Nullable ServiceId calls,
    State state,
    boolean enabled,
    Duration offer,
    CampaignSettings settings,
    Instant createdAt) {

  /// How its numbers are dialled. Screens and starts know PREVIEW alone: in the others the system
  /// dials without an agent who looks at the record first.
  public enum Mode {
    PREVIEW,
    PROGRESSIVE,
    PREDICTIVE,
    AUTOMATIC
  }

  public enum State {
    STOPPED,
    RUNNING
  }

  public boolean running() {
    return state == State.RUNNING;
  }
}
