package org.hiwar.campaign;

import java.util.List;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceUse;
import org.hiwar.workspace.ServiceUses;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Campaigns whose calls are a service's.
@Component
class CampaignUses implements ServiceUses {
  private final CampaignStore campaigns;

  CampaignUses(CampaignStore campaigns) {
    this.campaigns = campaigns;
  }

  @Override
  public List<ServiceUse> of(WorkspaceId workspace, ServiceId service) {
    return campaigns.all(workspace).stream()
        .filter(one -> service.equals(one.calls()))
        .map(one -> new ServiceUse(ServiceUse.Kind.CAMPAIGN, one.name()))
        .toList();
  }
}
