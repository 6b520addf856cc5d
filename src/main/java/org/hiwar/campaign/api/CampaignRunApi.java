package org.hiwar.campaign.api;

import java.util.List;
import java.util.Map;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.Campaigns;
import org.hiwar.campaign.Diagnosis;
import org.hiwar.campaign.Diagnostics;
import org.hiwar.campaign.Progress;
import org.hiwar.campaign.ProgressStore;
import org.hiwar.campaign.api.CampaignsApi.CampaignView;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Campaigns, for those who run them.
@RestController
@RequestMapping("/api/campaigns")
@Requires(Privilege.RUN_CAMPAIGNS)
class CampaignRunApi {
  private final CampaignStore store;
  private final Campaigns campaigns;
  private final Diagnostics diagnostics;
  private final ProgressStore progress;
  private final AuditLog audit;

  CampaignRunApi(
      CampaignStore store,
      Campaigns campaigns,
      Diagnostics diagnostics,
      ProgressStore progress,
      AuditLog audit) {
    this.store = store;
    this.campaigns = campaigns;
    this.diagnostics = diagnostics;
    this.progress = progress;
    this.audit = audit;
  }

  /// `hinders`: the campaign cannot start because of it.
  record DiagnosisView(Diagnosis code, boolean hinders) {}

  @GetMapping
  List<CampaignView> list(CurrentUser user) {
    return store.all(user.workspace()).stream().map(CampaignView::of).toList();
  }

  @GetMapping("/{campaign}")
  CampaignView read(CurrentUser user, @PathVariable CampaignId campaign) {
    return CampaignView.of(found(user.workspace(), campaign));
  }

  @GetMapping("/{campaign}/diagnostics")
  List<DiagnosisView> diagnostics(CurrentUser user, @PathVariable CampaignId campaign) {
    return diagnostics.of(user.workspace(), found(user.workspace(), campaign)).stream()
        .map(one -> new DiagnosisView(one, one.hinders()))
        .toList();
  }

  @GetMapping("/{campaign}/progress")
  Progress progress(CurrentUser user, @PathVariable CampaignId campaign) {
    return progress.of(user.workspace(), found(user.workspace(), campaign));
  }

  @PostMapping("/{campaign}/start")
  CampaignView start(CurrentUser user, @PathVariable CampaignId campaign) {
    var missing = diagnostics.hindrances(user.workspace(), found(user.workspace(), campaign));
    if (!missing.isEmpty())
      throw new Refusal(
          409,
          "campaign-incomplete",
          "The campaign cannot start yet. Look at what is missing.",
          Map.of("missing", missing));
    return turn(user, campaign, Campaign.State.RUNNING, "campaign.started");
  }

  @PostMapping("/{campaign}/stop")
  CampaignView stop(CurrentUser user, @PathVariable CampaignId campaign) {
    found(user.workspace(), campaign);
    return turn(user, campaign, Campaign.State.STOPPED, "campaign.stopped");
  }

  private CampaignView turn(
      CurrentUser user, CampaignId campaign, Campaign.State state, String what) {
    if (campaigns.setState(user.workspace(), campaign, state))
      audit.record(user.workspace(), user.user(), what, campaign.toString(), Map.of());
    return CampaignView.of(found(user.workspace(), campaign));
  }

  private Campaign found(WorkspaceId workspace, CampaignId campaign) {
    return store.find(workspace, campaign).orElseThrow(Refusal::notFound);
  }
}
