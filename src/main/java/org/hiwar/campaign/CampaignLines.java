package org.hiwar.campaign;

import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;

/// What a campaign has to know of telephony before it starts.
public interface CampaignLines {
  /// Whether there is a way out to numbers.
  boolean hasTrunk(WorkspaceId workspace);

  /// Whether calls of this service show a number.
  boolean showsNumber(WorkspaceId workspace, ServiceId calls);
}
