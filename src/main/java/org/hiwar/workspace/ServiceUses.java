package org.hiwar.workspace;

import java.util.List;

/// Tells what of a package needs services.
@FunctionalInterface
public interface ServiceUses {
  /// By name.
  List<ServiceUse> of(WorkspaceId workspace, ServiceId service);

  /// Takes away what the package has set for a service that is being removed, within the
  /// transaction that removes it.
  default void forget(WorkspaceId workspace, ServiceId service) {}
}
