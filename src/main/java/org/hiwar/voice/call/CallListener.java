package org.hiwar.voice.call;

import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.WorkspaceId;

/// Hears that the [CallState] of a call has changed. Called on the thread of the call; must not
/// block.
@FunctionalInterface
public interface CallListener {
  void changed(WorkspaceId workspace, InteractionId interaction);
}
