package org.hiwar.voice.call;

import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// What telephony asks of whoever decides about the work of agents. May wait; called on threads of
/// requests and of calls.
public interface AgentWork {
  /// The agent begins this call, at once, whatever waits.
  Began begin(WorkspaceId workspace, UserId agent, InteractionId call, ServiceId service);

  /// The agent gives the call to a queue. False when it could not be done.
  ///
  /// @param to null: the queue that it came from
  boolean transfer(WorkspaceId workspace, UserId agent, InteractionId call, @Nullable ServiceId to);

  /// A call that the agent has accepted, and not taken at their own phone or number, goes back to
  /// the queue it came from, as an offer does that nobody answers: the agent is not ready any more.
  /// False when it could not be done.
  boolean giveBack(WorkspaceId workspace, UserId agent, InteractionId call, Untaken why);

  /// The agent takes part in a call that is not their work: an internal one, or one they are asked
  /// into. Until [#disengage] they are busy, and no call comes to them.
  Engaged engage(WorkspaceId workspace, UserId agent);

  /// That call is over for the agent. Waits for nothing, and is repeated until it is done.
  void disengage(WorkspaceId workspace, UserId agent);

  /// The call of `agent` becomes the call of `to` at once, who is engaged, and whose engagement
  /// ends with it. The change of hands is heard of as [org.hiwar.conversation.InteractionChange].
  /// False when it could not be done.
  boolean handOver(WorkspaceId workspace, InteractionId call, UserId agent, UserId to);

  /// The agent ends the call, as in the desktop; what has ended already counts as done. False when
  /// it is not theirs, or could not be done.
  boolean release(WorkspaceId workspace, UserId agent, InteractionId call);

  enum Engaged {
    ENGAGED,
    NO_SESSION,
    NO_DEVICE,
    /// Has a call, or one rings, or is engaged already.
    BUSY,
    /// Not known whether it was done; it is undone.
    UNAVAILABLE
  }

  enum Began {
    BEGUN,
    NO_SUCH_SERVICE,
    NO_SESSION,
    NO_DEVICE,
    /// The agent has a call already, or one rings.
    ON_A_CALL,
    FULL,
    /// Not known whether it was done.
    UNAVAILABLE
  }
}
