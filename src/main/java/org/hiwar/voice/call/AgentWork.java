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
