package org.hiwar.workspace;

/// Told when what agents choose from has changed: reasons for not being ready, or dispositions.
/// Called after the commit, on the thread of the request; must not block for long.
@FunctionalInterface
public interface ChoicesListener {
  void choicesChanged(WorkspaceId workspace);
}
