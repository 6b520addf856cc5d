package org.hiwar.campaign;

import org.hiwar.workspace.WorkspaceId;

/// Told after the commit that a campaign was created, changed, started, stopped or removed, or that
/// its lists were. Called on the thread of the request; must not block for long.
@FunctionalInterface
public interface CampaignListener {
  void changed(WorkspaceId workspace, CampaignId campaign);
}
