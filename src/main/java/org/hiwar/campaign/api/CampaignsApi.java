package org.hiwar.campaign.api;

import static org.hiwar.campaign.api.CampaignRulesCheck.require;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.CampaignSettings;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.Campaigns;
import org.hiwar.campaign.QuotaFit;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Campaigns, for administrators.
@RestController
@RequestMapping("/api/campaigns")
@Requires(Privilege.MANAGE_CAMPAIGNS)
class CampaignsApi {
  private static final int MOST = 500;

  private final CampaignStore store;
  private final Campaigns campaigns;
  private final ServiceStore services;
  private final DispositionStore dispositions;
  private final QuotaFit fit;
  private final AuditLog audit;

  CampaignsApi(
      CampaignStore store,
      Campaigns campaigns,
      ServiceStore services,
      DispositionStore dispositions,
      QuotaFit fit,
      AuditLog audit) {
    this.store = store;
    this.campaigns = campaigns;
    this.services = services;
    this.dispositions = dispositions;
    this.fit = fit;
    this.audit = audit;
  }

  /// @param calls the service whose calls they are; null: not chosen yet
  /// @param offerSeconds how long a preview rings
  record CampaignView(
      CampaignId id,
      String name,
      Campaign.Mode mode,
      Campaign.State state,
      boolean enabled,
      @Nullable ServiceId calls,
      int offerSeconds,
      CampaignSettings settings,
      Instant createdAt) {
    static CampaignView of(Campaign one) {
      return new CampaignView(
          one.id(),
          one.name(),
          one.mode(),
          one.state(),
          one.enabled(),
          one.calls(),
          (int) one.offer().toSeconds(),
          one.settings(),
          one.createdAt());
    }
  }

  /// `zone`: by whose clock the centre works, as Asia/Damascus.
  record NewCampaign(String name, @Nullable ServiceId calls, String zone) {}

  record CampaignChange(
      String name,
      @Nullable ServiceId calls,
      boolean enabled,
      int offerSeconds,
      CampaignSettings settings) {}

  record CopyName(String name) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  CampaignView create(CurrentUser user, @RequestBody NewCampaign wish) {
    var name = CampaignRulesCheck.name(wish.name());
    requireCalls(user.workspace(), wish.calls());
    requireRoom(user.workspace());
    var zone = zone(wish.zone());
    var made =
        named(user, name, () -> campaigns.create(user.workspace(), name, wish.calls(), zone));
    record(user, "campaign.created", made);
    return CampaignView.of(made);
  }

  @PostMapping("/{campaign}/clone")
  @ResponseStatus(HttpStatus.CREATED)
  CampaignView copy(
      CurrentUser user, @PathVariable CampaignId campaign, @RequestBody CopyName wish) {
    var original = store.find(user.workspace(), campaign).orElseThrow(Refusal::notFound);
    var name = CampaignRulesCheck.name(wish.name());
    requireRoom(user.workspace());
    var made = named(user, name, () -> campaigns.copy(user.workspace(), original, name));
    record(user, "campaign.created", made);
    return CampaignView.of(made);
  }

  @PutMapping("/{campaign}")
  CampaignView change(
      CurrentUser user, @PathVariable CampaignId campaign, @RequestBody CampaignChange wish) {
    var before = store.find(user.workspace(), campaign).orElseThrow(Refusal::notFound);
    var name = CampaignRulesCheck.name(wish.name());
    requireCalls(user.workspace(), wish.calls());
    CampaignRulesCheck.offer(wish.offerSeconds());
    CampaignRulesCheck.settings(wish.settings());
    requireDefault(user.workspace(), wish.settings());
    var quotas = wish.settings().rules().quotas();
    if (!quotas.equals(before.settings().rules().quotas()))
      CampaignRulesCheck.quotas(
          fit.wrong(user.workspace(), quotas, campaigns.lists(user.workspace(), campaign)));
    if (before.running() && !wish.enabled())
      throw Refusal.conflict(
          "campaign-running", "The campaign is running. Stop it first, then change this.");
    var after =
        new Campaign(
            campaign,
            name,
            before.mode(),
            wish.calls(),
            before.state(),
            wish.enabled(),
            Duration.ofSeconds(wish.offerSeconds()),
            wish.settings(),
            before.createdAt());
    if (!name.equals(before.name())) requireFree(user, name);
    named(
        () -> {
          campaigns.change(user.workspace(), after);
          return after;
        });
    record(user, "campaign.changed", after);
    return CampaignView.of(after);
  }

  @DeleteMapping("/{campaign}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(CurrentUser user, @PathVariable CampaignId campaign) {
    var before = store.find(user.workspace(), campaign).orElseThrow(Refusal::notFound);
    if (before.running())
      throw Refusal.conflict(
          "campaign-running", "The campaign is running. Stop it first, then change this.");
    if (!campaigns.remove(user.workspace(), campaign))
      throw Refusal.conflict(
          "campaign-used",
          "Reports still speak of this campaign: its records were handed out. Leave it stopped"
              + " instead.");
    record(user, "campaign.removed", before);
  }

  private interface Making {
    Campaign make();
  }

  private Campaign named(CurrentUser user, String name, Making making) {
    requireFree(user, name);
    return named(making);
  }

  /// Two at once with the same name: the second finds it taken.
  private static Campaign named(Making making) {
    try {
      return making.make();
    } catch (DuplicateKeyException taken) {
      throw taken();
    }
  }

  /// The name is its queue's too, which is among the services.
  private void requireFree(CurrentUser user, String name) {
    if (services.all(user.workspace()).stream().anyMatch(one -> one.name().equals(name)))
      throw taken();
  }

  private static Refusal taken() {
    return Refusal.conflict(
        "campaign-name-taken", "Another campaign or service has this name. Choose another one.");
  }

  private void requireRoom(WorkspaceId workspace) {
    if (store.all(workspace).size() >= MOST)
      throw Refusal.conflict(
          "campaigns-too-many", "There are too many campaigns. Remove one first.");
  }

  private void requireCalls(WorkspaceId workspace, @Nullable ServiceId calls) {
    if (calls == null) return;
    require(
        services.find(workspace, calls).filter(one -> one.medium() == Medium.VOICE).isPresent(),
        "service-unknown",
        "There is no such service for calls. Choose one of yours.");
  }

  private void requireDefault(WorkspaceId workspace, CampaignSettings settings) {
    var chosen = settings.defaultPreviewDisposition();
    var all = dispositions.all(workspace);
    require(
        chosen != null
            && all.stream().anyMatch(one -> one.id().equals(chosen) && one.scope().preview()),
        "default-disposition-unknown",
        "Complete needs a default result, one that can be given in a preview. Choose one.");
    require(
        settings.rules().dialRules().keySet().stream()
            .allMatch(id -> all.stream().anyMatch(one -> one.id().equals(id))),
        "disposition-unknown",
        "There is no such result. Choose one of the list.");
  }

  private static ZoneId zone(String zone) {
    require(
        ZoneId.getAvailableZoneIds().contains(zone),
        "campaign-zone-unknown",
        "This is no time zone. Choose one such as Asia/Damascus.");
    return ZoneId.of(zone);
  }

  private void record(CurrentUser by, String what, Campaign campaign) {
    audit.record(
        by.workspace(),
        by.user(),
        what,
        campaign.id().toString(),
        Map.of("name", campaign.name(), "enabled", campaign.enabled()));
  }
}
