package org.hiwar.channel;

import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// Gives what an agent has begun to that agent, and ends it. The floor stands behind it.
public interface AgentFloor {
  /// Blocks until that is decided. Asked again for the same interaction, it answers the same.
  Given give(WorkspaceId workspace, Begun begun);

  /// The agent has no more to do with it: as when they end it themselves. True: it is over, now or
  /// before.
  boolean end(WorkspaceId workspace, UserId agent, InteractionId interaction);

  record Begun(
      UserId agent,
      InteractionId interaction,
      ConversationId conversation,
      ServiceId service,
      Medium medium) {}

  enum Given {
    DONE,
    /// The agent's desktop is not connected.
    NO_SESSION,
    NO_SUCH_SERVICE,
    /// The floor holds as much as it may.
    FULL,
    /// Not known whether it was done.
    UNAVAILABLE
  }
}
