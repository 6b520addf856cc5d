package org.hiwar.workspace;

/// Told when the rules of services have changed. Called after the commit, on the thread of the
/// request; must not block for long.
@FunctionalInterface
public interface ServicesListener {
  void servicesChanged(WorkspaceId workspace);
}
