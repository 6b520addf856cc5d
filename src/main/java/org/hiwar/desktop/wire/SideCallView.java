package org.hiwar.desktop.wire;

import java.time.Instant;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.jspecify.annotations.Nullable;

/// A call of this agent that is no conversation with a customer: a colleague calls or is called, or
/// has asked the agent into the call `about`.
///
/// `ringsUntil` is null unless it rings, `about` unless the kind is CONSULTATION, `result` unless
/// it has ENDED without having been talked; such a one is shown for some seconds.
public record SideCallView(
    String id,
    Kind kind,
    Named with,
    Direction direction,
    State state,
    Instant since,
    @Nullable Instant ringsUntil,
    boolean muted,
    @Nullable About about,
    CallView.@Nullable Result result) {

  public enum Kind {
    INTERNAL,
    CONSULTATION
  }

  public enum Direction {
    /// This agent is called.
    IN,
    OUT
  }

  public enum State {
    RINGING,
    CONNECTED,
    /// The customer takes part.
    CONFERENCE,
    ENDED
  }

  /// The customer's call; `contactName` is null for a contact without a name.
  public record About(
      ConversationId conversation, InteractionId interaction, @Nullable String contactName) {}
}
