package org.hiwar.conversation;

import java.time.Instant;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What the floor decided about an interaction. The floor keeps who holds what; these changes keep
/// the history, and they tell channels and screens.
public sealed interface InteractionChange {
  InteractionId interaction();

  Instant at();

  /// An agent accepted it and owns the conversation from now on.
  record Accepted(InteractionId interaction, UserId agent, Instant at)
      implements InteractionChange {}

  /// It waits in the queue of `service` (null: of the same as before), with nobody: transferred, or
  /// its agent was lost.
  record Requeued(InteractionId interaction, @Nullable ServiceId service, Instant at)
      implements InteractionChange {}

  /// The agent has set it aside until `until`; nobody has it. `note`: why; may be empty.
  record Postponed(InteractionId interaction, UserId agent, Instant until, String note, Instant at)
      implements InteractionChange {}

  /// It is not postponed any more, if it was: its time has come (SYSTEM), the CUSTOMER has written,
  /// or an AGENT takes it.
  record CameBack(InteractionId interaction, EndedBy by, Instant at) implements InteractionChange {}

  /// `agent` has given it away, with this note for whoever gets it; may be empty. Who has it now is
  /// told beside it. One of `service`, to whose queue, and `colleague` is null.
  record Transferred(
      InteractionId interaction,
      UserId agent,
      @Nullable ServiceId service,
      @Nullable UserId colleague,
      String note,
      Instant at)
      implements InteractionChange {}

  /// The colleague to whom it was given did not accept it; who has it again is told beside it.
  record Returned(InteractionId interaction, Instant at) implements InteractionChange {}

  /// The two sides are not connected any more; the agent wraps up.
  record LiveEnded(InteractionId interaction, EndedBy by, Instant at)
      implements InteractionChange {}

  /// It is over, wrap-up included. `by` counts only if the two sides were still connected.
  record Ended(InteractionId interaction, Outcome outcome, EndedBy by, Instant at)
      implements InteractionChange {}
}
