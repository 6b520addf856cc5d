package org.hiwar.voice.call;

import java.util.Optional;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.WorkspaceId;

/// How it stands with calls.
public interface CallStates {
  /// Also of calls that are over; empty when the interaction is no call.
  Optional<CallState> of(WorkspaceId workspace, InteractionId interaction);
}
