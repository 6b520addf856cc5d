package org.hiwar.workspace.services;

import java.util.List;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceUse;
import org.hiwar.workspace.ServiceUses;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Dispositions that are for some services only. One that Hiwar itself brings and that was not
/// renamed is named by its code.
@Component
class DispositionUses implements ServiceUses {
  private final DispositionStore dispositions;

  DispositionUses(DispositionStore dispositions) {
    this.dispositions = dispositions;
  }

  @Override
  public List<ServiceUse> of(WorkspaceId workspace, ServiceId service) {
    return dispositions.all(workspace).stream()
        .filter(one -> one.services().contains(service))
        .map(
            one ->
                new ServiceUse(
                    ServiceUse.Kind.DISPOSITION,
                    one.name() == null ? String.valueOf(one.code()) : one.name()))
        .toList();
  }
}
