package org.hiwar.campaign.preview;

import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// Told after the commit that what an agent sees of a record has changed. Must not block.
@FunctionalInterface
public interface PreviewListener {
  void changed(WorkspaceId workspace, UserId agent);
}
