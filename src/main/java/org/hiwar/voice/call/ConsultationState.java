package org.hiwar.voice.call;

import java.time.Instant;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// Whom the agent of a call has asked into it, as the agent sees it since `since`. Either `user` or
/// `number`, the other null.
///
/// @param result why nobody came; null unless it has ENDED
public record ConsultationState(
    SideId id,
    @Nullable UserId user,
    @Nullable String number,
    State state,
    Instant since,
    @Nullable CallResult result) {
  public enum State {
    RINGING,
    /// Agent and consulted talk.
    CONNECTED,
    /// The consulted waits while agent and customer talk.
    HELD,
    CONFERENCE,
    ENDED
  }
}
