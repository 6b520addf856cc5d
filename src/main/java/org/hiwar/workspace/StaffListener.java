package org.hiwar.workspace;

/// Told when who works in a workspace, in which team, or with which skills has changed. Called
/// after the commit, on the thread of the request; must not block for long.
@FunctionalInterface
public interface StaffListener {
  void staffChanged(WorkspaceId workspace);
}
