package org.hiwar.workspace;

/// Told when what a user is told about himself (name, roles, team, language) has changed while he
/// may be logged in. Called after the commit, on the thread of the request; must not block for
/// long.
@FunctionalInterface
public interface ProfileListener {
  void profileChanged(WorkspaceId workspace, UserId user);
}
