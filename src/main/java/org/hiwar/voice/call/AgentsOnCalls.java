package org.hiwar.voice.call;

import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// Who has a call at this moment.
@FunctionalInterface
public interface AgentsOnCalls {
  boolean isOnCall(WorkspaceId workspace, UserId agent);
}
