package org.hiwar.workspace;

/// Told when who works in a workspace, or in which team, has changed. Called after the commit, on
/// the thread of the request; must not block for long.
@FunctionalInterface
public interface StaffListener {
  void staffChanged(WorkspaceId workspace);
}
