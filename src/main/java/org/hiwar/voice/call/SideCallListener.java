package org.hiwar.voice.call;

import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// Hears that the [SideCallState] of an agent has changed. Called on the thread of a call; must not
/// block.
@FunctionalInterface
public interface SideCallListener {
  void changed(WorkspaceId workspace, UserId agent);
}
