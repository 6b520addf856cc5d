package org.hiwar.app.wiring;

import org.hiwar.campaign.CampaignLines;
import org.hiwar.voice.line.ServiceVoiceStore;
import org.hiwar.voice.line.TrunkStore;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// What campaigns ask of the administrator's settings of telephony.
@Component
class CampaignTelephony implements CampaignLines {
  private final TrunkStore trunks;
  private final ServiceVoiceStore voices;

  CampaignTelephony(TrunkStore trunks, ServiceVoiceStore voices) {
    this.trunks = trunks;
    this.voices = voices;
  }

  @Override
  public boolean hasTrunk(WorkspaceId workspace) {
    return !trunks.all(workspace).isEmpty();
  }

  @Override
  public boolean showsNumber(WorkspaceId workspace, ServiceId calls) {
    return voices.callerId(workspace, calls).isPresent();
  }
}
