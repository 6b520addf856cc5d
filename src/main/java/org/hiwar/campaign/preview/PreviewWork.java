package org.hiwar.campaign.preview;

import java.util.List;
import java.util.function.Supplier;
import org.hiwar.floor.OpenWork;
import org.hiwar.floor.core.Work;
import org.hiwar.workspace.WorkspaceId;

/// Previews that wait, for a floor that has lost or never heard of them.
public final class PreviewWork implements OpenWork {
  private final Supplier<PreviewKeeper> keeper;

  PreviewWork(Supplier<PreviewKeeper> keeper) {
    this.keeper = keeper;
  }

  @Override
  public List<Work> open(WorkspaceId workspace) {
    return keeper.get().waiting(workspace);
  }
}
