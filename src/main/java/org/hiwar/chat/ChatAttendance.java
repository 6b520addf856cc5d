package org.hiwar.chat;

import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;

/// Whether somebody is there for the chats of a service. The floor stands behind it.
@FunctionalInterface
public interface ChatAttendance {
  /// Whether one of its agents is at a desk, ready or not. Asked by every page that opens, so it
  /// answers from what it knows.
  boolean isAttended(WorkspaceId workspace, ServiceId service);
}
