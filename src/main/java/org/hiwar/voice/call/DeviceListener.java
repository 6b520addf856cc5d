package org.hiwar.voice.call;

import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// Hears whether an agent can be called. Must not block.
@FunctionalInterface
public interface DeviceListener {
  void changed(WorkspaceId workspace, UserId agent, boolean ready);
}
