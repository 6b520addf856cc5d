package org.hiwar.voice.call;

import java.time.Instant;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// A call of an agent that is not the agent's work, as this agent sees it since `since`.
///
/// @param ringsUntil null unless it rings
/// @param about the customer's call into which the agent was asked; null for an internal call
/// @param result null unless it has ended without having been talked
public record SideCallState(
    SideId id,
    UserId with,
    Side side,
    State state,
    Instant since,
    @Nullable Instant ringsUntil,
    boolean muted,
    @Nullable InteractionId about,
    @Nullable CallResult result) {
  public enum Side {
    CALLED,
    CALLER
  }

  public enum State {
    RINGING,
    CONNECTED,
    /// The customer takes part.
    CONFERENCE,
    ENDED
  }
}
